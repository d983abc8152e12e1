using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The tags of <c>docker/metadata-action</c> that are used as one image name.</summary>
/// <remarks>Source: README of docker/metadata-action, "outputs": <c>tags</c> are separated by new lines.</remarks>
internal static class JoinedTagsLinker
{
    private static readonly string[] ImageInputs = ["image", "image-ref", "image_ref"];

    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "sed",
        "find",
        "docker",
        "kubectl",
        "trivy",
        "grype",
        "syft",
        "gcloud",
        "az",
    };

    public static IReadOnlyList<JoinedTags> Link(Deployment deployment) =>
        [.. deployment.Of<Workflow>().Where(IsForBranches).SelectMany(Of)];

    // A tag of git gives other tags of the image, often a single one.
    private static bool IsForBranches(Workflow workflow) =>
        workflow.Trigger("push") is { } push && (push.Tags is null || push.Branches is not null);

    private static IEnumerable<JoinedTags> Of(Workflow workflow) =>
        from job in workflow.Jobs
        from step in job.Steps
        let id = step.Id?.Value
        let tags = step.Input("tags")
        where step.Uses?.Name == "docker/metadata-action" && id is not null && tags is not null
        let sure = tags.Lines.Where(line => new TagRule(line).IsOnEveryPush).ToList()
        where sure.Count > 1
        let names = Names(job, id)
        let uses = workflow
            .Jobs.Where(other => !IsForTags(other))
            .SelectMany(other => Uses(other, other == job ? names.Here : names.Elsewhere))
            .ToList()
        where uses.Count > 0
        select new JoinedTags(workflow.File.Name, tags.Span, sure, uses);

    private static bool IsForTags(WorkflowJob job) => job.If?.AsksForTag is true;

    /// <summary>The expressions that hold them: in the job itself, and by its outputs in others.</summary>
    private static (List<string> Here, List<string> Elsewhere) Names(WorkflowJob job, string id)
    {
        var here = $"steps.{id}.outputs.tags";
        return (
            [here],
            [.. job.Outputs.Where(output => Holds(output.Value.Raw, here)).Select(output => $"needs.{job.Id}.outputs.{output.Name}")]
        );
    }

    private static IEnumerable<JoinedTagsUse> Uses(WorkflowJob job, List<string> names) =>
        names.Count == 0
            ? []
            : job.Steps.SelectMany(step =>
                InInputs(job, step, names)
                    .Concat(InCommands(job, step, names))
                    .Select(use => step.ContinueOnError is { Raw: not "false" } ? use with { IsConditional = true } : use)
            );

    private static IEnumerable<JoinedTagsUse> InInputs(WorkflowJob job, WorkflowStep step, List<string> names) =>
        step.Uses is { } uses
            ? step
                .With.Where(input => ImageInputs.Contains(input.Name) && names.Exists(name => IsAll(input.Value.Raw, name)))
                .Select(input => new JoinedTagsUse(job.Id, uses.Name, input.Value.Span, false))
            : [];

    private static IEnumerable<JoinedTagsUse> InCommands(WorkflowJob job, WorkflowStep step, List<string> names) =>
        from command in (step.Run?.Commands ?? []).Concat(step.RemoteCommands)
        where Programs.Contains(command.Program) && command.Loop is null
        from word in command.Arguments
        where names.Exists(name => Holds(word.Raw, name))
        select new JoinedTagsUse(job.Id, command.Program, word.Span, IsConditional(command));

    private static bool IsConditional(ShellCommand command) =>
        command.IsConditional || command.IsCondition || command.FailureIsMasked || command.LostTo is not null;

    private static bool Holds(string text, string name) =>
        text.Replace(" ", "", StringComparison.Ordinal).Contains("${{" + name + "}}", StringComparison.Ordinal);

    private static bool IsAll(string text, string name) => text.Replace(" ", "", StringComparison.Ordinal).Trim() == "${{" + name + "}}";
}
