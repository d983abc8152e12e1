using Seaworthy.Model;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>What a job brings to where users reach it without asking for the branch: a deployment, or the push of a tag that moves.</summary>
/// <param name="Span">The step, or the command of a pipeline whose jobs have no steps of their own.</param>
internal sealed record UnguardedWork(SourceSpan Span)
{
    // Servers and people pull these; the tag of a commit or of a branch harms nobody.
    private static readonly string[] MovingTags = ["latest", "prod", "production", "stable"];

    private static readonly string[] OtherPlaces =
    [
        "PREVIEW",
        "REVIEW",
        "STAGING",
        "STAGE",
        "STG",
        "SANDBOX",
        "DRY",
        "PLAN",
        "PR",
        "DEV",
        "DEVELOP",
        "DEVELOPMENT",
        "QA",
        "UAT",
        "DEMO",
    ];

    private static readonly string[] Trials =
    [
        "TEST",
        "TESTS",
        "TESTING",
        "E2E",
        "INTEGRATION",
        "KIND",
        "MINIKUBE",
        "K3D",
        "LINT",
        "VALIDATE",
        "CHECK",
        "CI",
        "DOCS",
    ];

    // Images for the work on the software.
    private static readonly string[] InnerImages = ["TEST", "TESTS", "CI", "BUILDER", "BASE", "CACHE", "DEVCONTAINER", "TOOLS"];

    /// <summary>The image with its tag, as pushed; null for a deployment.</summary>
    public string? Image { get; init; }

    /// <summary>The first deployment of the job, else its first push of a moving tag; null when there is none, or something in the job chooses.</summary>
    public static UnguardedWork? In(NamedJob job, Deployment deployment)
    {
        if (
            job.Job.NeverRunsBecause is not null
            || IsNamed(job, OtherPlaces)
            || TrialCluster.IsMadeIn(job.Job, job.Pipeline)
            || job.Job.DeploysTo?.Value.Contains('$', StringComparison.Ordinal) == true
        )
        {
            return null;
        }

        return job.Pipeline.Declared is Workflow workflow
            ? workflow.Job(job.Job.Id) is { DeploysTo: null or { Name.Literal: not null } } declared
                ? InSteps(job, declared, deployment)
                : null
            : BranchNames.AreIn(job.File)
                ? null
                : job.Job.Steps.Select(step => Deployed(step, deployment) ?? Pushed(step)).FirstOrDefault(work => work is not null);
    }

    private static UnguardedWork? InSteps(NamedJob job, WorkflowJob declared, Deployment deployment)
    {
        var open = (
            from step in job.Job.Steps
            where !step.RunsOnlyAfterFailure
            let own = declared.Steps.FirstOrDefault(own => own.Span == step.Span)
            where own is { If: null } && !AsksItself(declared, own)
            select new { Step = step, Own = own }
        ).ToList();
        return open.Where(pair =>
                    !IsNamed(job, Trials)
                    && (pair.Own.RemoteCommands.Count > 0 || UsesSecret(declared, pair.Own))
                    && Deployed(pair.Step, deployment) is not null
                )
                .Select(pair => new UnguardedWork(pair.Step.Span))
                .FirstOrDefault()
            ?? open.Select(pair =>
                    PushedByAction(declared, pair.Own) ?? (Pushed(pair.Step) is { } pushed ? pushed with { Span = pair.Step.Span } : null)
                )
                .FirstOrDefault(pushed => pushed is not null);
    }

    private static UnguardedWork? Deployed(PipelineStep step, Deployment deployment) =>
        step
            .Purposes.Where(purpose =>
                purpose.Intent == StepIntent.Deploy
                && !purpose.Command.MayFailUnnoticed
                && !IsTrial(purpose)
                && !DeployHooks.AreIn(purpose.Command)
                && !ForeignSoftware.IsApplied(purpose.Command, deployment)
            )
            .Select(purpose => new UnguardedWork(purpose.Command.Span))
            .FirstOrDefault();

    private static UnguardedWork? PushedByAction(WorkflowJob job, WorkflowStep step) =>
        step.Uses?.Name is "docker/build-push-action" && step.Input("push") is { Literal: "true" } && step.Input("tags") is { } tags
            ? tags
                .Raw.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Concat(job.Steps.TakeWhile(before => before != step).SelectMany(before => TagsOf(before, tags)))
                .Where(IsMoving)
                .Select(tag => new UnguardedWork(step.Span) { Image = tag })
                .FirstOrDefault()
            : null;

    /// <summary>The moving tags that <c>docker/metadata-action</c> gives in any case: <c>type=raw,value=latest</c>.</summary>
    private static IEnumerable<string> TagsOf(WorkflowStep step, ExpressionTemplate tags) =>
        step is { Uses.Name: "docker/metadata-action", Id: { } id, If: null }
        && tags.Raw.Contains($"steps.{id.Value}.outputs.tags", StringComparison.Ordinal)
        && step.Input("images") is { Lines: [var image, ..] }
            ? (step.Input("tags")?.Lines ?? [])
                .Where(line => line.StartsWith("type=raw,value=", StringComparison.Ordinal) && line.Count(letter => letter == ',') == 1)
                .Select(line => $"{image}:{line["type=raw,value=".Length..]}")
            : [];

    private static UnguardedWork? Pushed(PipelineStep step)
    {
        var variables = ShellVariables.OfText(step.Commands);
        return (
            from purpose in step.Purposes
            where purpose.Intent == StepIntent.PushImage && !purpose.Command.MayFailUnnoticed
            from known in KnownCommand.Of(purpose.Command)
            from word in known switch
            {
                ImageCommand { Verb: "push", Image: { } image } => [image],
                DockerBuildCommand { Pushes: true } build => build.Tags,
                _ => [],
            }
            let image = variables.Value(word) ?? word.Raw.Trim('"', '\'')
            where IsMoving(image)
            select new UnguardedWork(purpose.Command.Span) { Image = image }
        ).FirstOrDefault();
    }

    /// <summary>Its tag is one that servers pull again and again, or it has none; a registry on the machine itself is nobody's.</summary>
    private static bool IsMoving(string image)
    {
        var last = image[(image.LastIndexOf('/') + 1)..];
        var colon = last.LastIndexOf(':');
        var name = colon < 0 ? last : last[..colon];
        return (colon < 0 ? ImageReference.Parse(image) is not null : MovingTags.Contains(last[(colon + 1)..]))
            && !image.StartsWith("localhost", StringComparison.Ordinal)
            && !image.StartsWith("127.0.0.1", StringComparison.Ordinal)
            && !Words([name]).Any(word => InnerImages.Contains(word) || OtherPlaces.Contains(word));
    }

    // Its script or its variables tell one branch from another.
    private static bool AsksItself(WorkflowJob job, WorkflowStep step) =>
        job.Environment.Concat(step.Environment)
            .Concat(step.With)
            .SelectMany(value => value.Value.References)
            .Concat(step.Run?.Text.References ?? [])
            .Any(reference => reference is { Context: "github", Name: "ref" or "ref_name" or "event_name" or "base_ref" or "head_ref" })
        || (step.Run is { } run && BranchNames.AreIn(run.Text.Raw));

    // A cluster or stack on the runner itself needs none.
    private static bool UsesSecret(WorkflowJob job, WorkflowStep step) =>
        job
            .Steps.TakeWhile(before => before != step)
            .Append(step)
            .Any(any =>
                any.With.Concat(any.Environment)
                    .SelectMany(value => value.Value.References)
                    .Concat(any.Run?.Text.References ?? [])
                    .Any(reference => reference.Context == "secrets" && reference.Name != "GITHUB_TOKEN")
            );

    private static bool IsTrial(StepCommand purpose) =>
        purpose.Command.Words.Any(word =>
            word.Raw.Contains("dry-run", StringComparison.Ordinal) || word.Literal is "diff" or "preview" or "plan"
        ) || IsPreview(CommandLine.Of(purpose.Command));

    /// <summary>These platforms give a deployment an address of its own unless it is for production, or choose by the branch themselves.</summary>
    /// <remarks>Sources: Vercel, Netlify, Cloudflare and Firebase documentation of <c>vercel deploy</c>, <c>netlify deploy</c>, <c>wrangler pages deploy</c> and <c>firebase hosting:channel:deploy</c>.</remarks>
    private static bool IsPreview(CommandLine line) =>
        line.Program switch
        {
            "vercel" or "netlify" => !line.Arguments.Any(word =>
                word.Prefix.StartsWith("--prod", StringComparison.Ordinal) || word.Literal is "-p" or "--target=production"
            ),
            "wrangler" => line.Arguments.Any(word => word.Literal is "pages" or "versions"),
            "firebase" => line.Verb.StartsWith("hosting:channel", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>The job, its environment, or the pipeline as a whole is named for something else than production.</summary>
    private static bool IsNamed(NamedJob job, string[] words) =>
        Words([job.Job.Id, (job.Pipeline.Declared as Workflow)?.Job(job.Job.Id)?.Name?.Raw ?? "", job.Job.DeploysTo?.Value ?? ""])
            .Any(words.Contains)
        || Words([job.File.Name, job.Pipeline.Name]).Any(word => word is "PREVIEW" or "REVIEW" or "STAGING" or "PR" or "DEV");

    private static IEnumerable<string> Words(IEnumerable<string> names) =>
        names.SelectMany(name => name.Split(' ', '-', '_', '.', '/', ':', '(', ')')).Select(word => word.ToUpperInvariant());
}
