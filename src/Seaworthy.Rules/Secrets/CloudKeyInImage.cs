using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A job writes credentials of Google Cloud into the workspace, and then copies the workspace into an image.</summary>
/// <remarks>Source: google-github-actions/auth, README, "Prerequisites" and "Inputs: Miscellaneous": <c>create_credentials_file</c> writes <c>gha-creds-*.json</c> into <c>GITHUB_WORKSPACE</c>.</remarks>
internal sealed class CloudKeyInImage : Rule<CloudKeyInImage.BuildAfterLogin>
{
    private const string Action = "google-github-actions/auth";
    private const string Pattern = "gha-creds-*.json";

    // Any name of the kind: the action makes up the middle.
    private const string FileName = "gha-creds-0123456789abcdef.json";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/cloud-key-in-image",
            Title = "Cloud credentials in image",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            Rationale = "Everyone who can pull the image has the credentials of the service account that deploys.",
            Holds = "The image does not contain the credentials file of the login.",
        };

    public override IEnumerable<BuildAfterLogin> Subjects(Deployment deployment) =>
        from image in deployment.Images
        where image.Build is { IsAssumed: false, IsTrial: false, Context: not null } && Copying(image) is not null
        from place in image.Build.Places
        from workflow in deployment.Of<Workflow>()
        where workflow.File == place.File
        let job = workflow.Jobs.LastOrDefault(job => job.Span.Start <= place.Start)
        where job is not null && Pushes(job, place)
        let login = job.Steps.LastOrDefault(step => step.Span.Start < place.Start && step.Uses?.Name == Action)
        where login is not null
        select new BuildAfterLogin(image, job, login, place);

    protected override Subject Identify(BuildAfterLogin subject) =>
        new($"{subject.Place.File.Name}: {subject.Job.Id}: {subject.Image.Name}", subject.Place);

    protected override IEnumerable<Verdict> Check(BuildAfterLogin subject, Deployment deployment)
    {
        if (!WritesFile(subject) || Copying(subject.Image) is not { } copy || !IsSent(subject.Image))
        {
            yield break;
        }

        var isKey = subject.Login.Input("credentials_json") is not null;
        var ignore = subject.Image.Build.Ignore?.File.Path ?? ".dockerignore";
        yield return Fail(
                copy.Span,
                $"{subject.Image.Name} copies `{Pattern}` into the image: {subject.Login.Span} writes {(isKey ? "the service account key" : "the credentials of the job")} into the build context."
            )
            .As(isKey ? Severity.Critical : Severity.Medium)
            .Related(subject.Login.Uses?.Span ?? subject.Login.Span, "writes the file")
            .Related(subject.Place, "builds the image")
            .Remedy(
                isKey
                    ? $"Add a line `{Pattern}` to {ignore}. Replace the key, and delete the images that were pushed with it."
                    : $"Add a line `{Pattern}` to {ignore}."
            )
            .Verify($"git grep -nF {Pattern} -- {ignore}   # must find it");
    }

    /// <summary>The action writes the file, and nothing takes it away before the build.</summary>
    private static bool WritesFile(BuildAfterLogin subject) =>
        subject.Login.Input("create_credentials_file")?.Literal is not "false"
        && (subject.Login.Input("credentials_json") ?? subject.Login.Input("workload_identity_provider")) is not null
        && !subject.Job.Steps.Any(step =>
            step.Span.Start > subject.Login.Span.Start
            && step.Span.Start < subject.Place.Start
            && (step.Uses?.Name == "actions/checkout" || step.Run?.Text.Raw.Contains("gha-creds", StringComparison.Ordinal) == true)
        );

    private static bool IsSent(Image image) =>
        image.Build.Context is "" && (image.Build.Ignore is not { } ignore || DockerIgnoreMatcher.Of(ignore).IgnoredBy(FileName) is null);

    /// <summary>The instruction of the final stage, or of one that it is built upon, that copies the whole context.</summary>
    private static DockerInstruction.Copy? Copying(Image image) =>
        image
            .Final.Declared.Down.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Copy>()
            .FirstOrDefault(copy =>
                copy is { From: null, Excludes.Count: 0 }
                && copy.Sources.Any(source => source.Literal is "." or "./" or "/" or "*" or "./*")
            );

    /// <summary>The build's own step pushes, or a later command of the job does.</summary>
    private static bool Pushes(WorkflowJob job, SourceSpan place)
    {
        var step = job.Steps.LastOrDefault(step => step.Span.Start <= place.Start);
        return step?.Input("push") is { Literal: not "false" }
            || job.Steps.Any(other =>
                other.Span.Start >= step?.Span.Start
                && other.Run?.Commands.Any(command =>
                    command.Program is "docker" && command.Words.Any(word => word.Literal is "push" or "--push")
                ) == true
            );
    }

    /// <summary>An image that a job builds and pushes after a login at Google Cloud.</summary>
    internal sealed record BuildAfterLogin(Image Image, WorkflowJob Job, WorkflowStep Login, SourceSpan Place);
}
