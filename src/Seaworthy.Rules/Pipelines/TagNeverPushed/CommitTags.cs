using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Images that workflows push under tags of <c>docker/metadata-action</c>, with the places that use them by the commit hash.</summary>
/// <remarks>
/// Source: README of docker/metadata-action, "type=sha": <c>sha-860c190</c>, with <c>format=long</c> the whole id; the prefix <c>sha-</c> unless another is given.
/// </remarks>
internal static class CommitTags
{
    private const string Length = "SHORT_SHA_LENGTH";

    private static readonly string[] ImageInputs = ["image", "images", "image-ref", "image_ref", "image-uri", "imageToDeploy"];

    public static IReadOnlyList<CommitTag> Link(Deployment deployment)
    {
        var workflows = deployment.Of<Workflow>();
        var made = workflows.SelectMany(MadeOtherwise).ToList();
        return [.. workflows.SelectMany(workflow => Of(workflow, made))];
    }

    private static IEnumerable<CommitTag> Of(Workflow workflow, List<string> made) =>
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name == "docker/metadata-action" && IsPushed(job, step)
        let tags = step.Input("tags")
        where tags is not null && !workflow.File.Mentions(Length)
        let rules = tags.Lines.Select(line => new TagRule(line)).ToList()
        where rules.Exists(rule => rule.IsCommit) && !rules.Exists(rule => rule.IsUnknown)
        from image in (step.Input("images")?.Lines ?? []).Take(1)
        let name = ImageText.Of(image, workflow, job, step)
        let uses = Uses(workflow, name, rules, made).ToList()
        where uses.Count > 0
        select new CommitTag(workflow.File.Name, name, tags.Span, uses)
        {
            ShortPrefixes = [.. rules.Where(rule => rule.IsShortCommit).Select(rule => rule.Prefix)],
        };

    private static bool IsPushed(WorkflowJob job, WorkflowStep metadata) =>
        metadata.Id is { } id
        && job.Steps.Any(step =>
            step.Uses?.Name is "docker/build-push-action"
            && step.Input("push") is { Literal: not "false" }
            && step.Input("tags")?.Raw.Contains($"steps.{id.Value}.outputs.tags", StringComparison.Ordinal) == true
        );

    private static IEnumerable<CommitTagUse> Uses(Workflow workflow, string image, List<TagRule> rules, List<string> made) =>
        from job in workflow.Jobs
        from step in job.Steps
        from found in Named(step)
        let text = ImageText.Of(found.Text, workflow, job, step)
        let prefix = PrefixIn(text, image)
        where prefix is not null
        select new CommitTagUse(
            job.Id,
            prefix,
            found.Span,
            rules.Exists(rule => rule.GivesCommit(prefix)) || made.Exists(other => IsSame(other, image))
        )
        {
            IsDeployment = found.IsDeployment,
            IsConditional = found.IsConditional || step.ContinueOnError is { Raw: not "false" },
        };

    /// <summary>The images that a step uses: in the inputs of its action, in its commands.</summary>
    private static IEnumerable<AskedImage> Named(WorkflowStep step) =>
        step.Uses is { Name: not ("docker/build-push-action" or "docker/metadata-action") } uses
            ? step
                .With.Where(input => ImageInputs.Contains(input.Name))
                .Select(input => new AskedImage(input.Value.Raw.Trim(), input.Value.Span, !IsScan(uses), false))
            : from command in (step.Run?.Commands ?? []).Concat(step.RemoteCommands)
            where IsAsking(command)
            from word in command.Words
            select new AskedImage(
                word.Raw,
                word.Span,
                command.Program is not "docker" and not "trivy" and not "grype",
                command.IsConditional || command.IsCondition || command.FailureIsMasked
            );

    private static bool IsScan(ActionReference uses) =>
        uses.Name is "aquasecurity/trivy-action" or "anchore/scan-action" or "anchore/sbom-action" or "snyk/actions"
        || uses.Name.Contains("scan", StringComparison.OrdinalIgnoreCase);

    private static bool IsAsking(ShellCommand command) =>
        command.Program is "kubectl" or "kustomize" or "trivy" or "grype"
        || command.Words is [{ Literal: "docker" }, { Literal: "pull" or "run" }, ..];

    /// <summary>The text between the name of the image and the commit hash; null when it is another image or tag.</summary>
    private static string? PrefixIn(string text, string image)
    {
        if (!text.EndsWith(":" + ImageText.Commit, StringComparison.Ordinal) && !IsPrefixed(text))
        {
            return null;
        }

        var colon = text.LastIndexOf(':', text.Length - ImageText.Commit.Length - 1);
        var name = text[..colon];
        return IsSame(name, image) || (name.IndexOf('=', StringComparison.Ordinal) is var at and > 0 && IsSame(name[(at + 1)..], image))
            ? text[(colon + 1)..^ImageText.Commit.Length]
            : null;
    }

    private static bool IsPrefixed(string text) =>
        text.EndsWith(ImageText.Commit, StringComparison.Ordinal)
        && text.LastIndexOf(':', text.Length - ImageText.Commit.Length - 1) is var colon and > 0
        && text.IndexOf('/', colon) < 0;

    private static bool IsSame(string one, string other) =>
        new StarPattern(one).Matches(other.Replace('*', 'x')) || new StarPattern(other).Matches(one.Replace('*', 'x'));

    /// <summary>The names that steps push by the id of the commit without the action: written tags, and commands of docker.</summary>
    private static IEnumerable<string> MadeOtherwise(Workflow workflow) =>
        from job in workflow.Jobs
        from step in job.Steps
        from text in step.Uses?.Name == "docker/build-push-action" ? step.Input("tags")?.Lines ?? [] : Commanded(step)
        let full = ImageText.Of(text, workflow, job, step)
        where full.Contains(ImageText.Commit, StringComparison.Ordinal) || full.EndsWith(":*", StringComparison.Ordinal)
        let colon = full.LastIndexOf(':')
        where colon > 0
        select full[..colon];

    private static IEnumerable<string> Commanded(WorkflowStep step) =>
        from command in step.Run?.Commands ?? []
        where
            command.Words is [{ Literal: "docker" or "podman" }, { Literal: "build" or "tag" or "push" or "buildx" }, ..]
            || command.Words is [{ Literal: "docker" or "podman" }, { Literal: "image" }, { Literal: "build" or "tag" or "push" }, ..]
            || command.Program is "crane" or "skopeo" or "regctl" or "oras" or "jib" or "ko"
        from word in command.Arguments
        select word.Raw;

    private sealed record AskedImage(string Text, SourceSpan Span, bool IsDeployment, bool IsConditional);
}
