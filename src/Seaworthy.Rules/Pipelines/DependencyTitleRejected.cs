using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Dependabot begins its titles with a type that the check of titles does not allow.</summary>
/// <remarks>Sources: amannn/action-semantic-pull-request, README, "types"; GitHub Docs, "Dependabot options reference", commit-message.</remarks>
internal sealed class DependencyTitleRejected : Rule<DependencyTitleRejected.Checked>
{
    private const string Action = "amannn/action-semantic-pull-request";
    private const int MostPlaces = 10;
    private const int MostTypes = 4;

    // What the action allows where nothing is written.
    private static readonly string[] Usual = ["feat", "fix", "docs", "style", "refactor", "perf", "test", "build", "ci", "chore", "revert"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "dependency-title-rejected",
            "Dependabot title rejected",
            Severity.Medium,
            "The check fails for every pull request of Dependabot, so updates are never merged, or merged against a red check.",
            "The check of titles allows the titles of Dependabot.",
            Certainty.Likely
        );

    public override IEnumerable<Checked> Subjects(Deployment deployment) =>
        from configuration in deployment.Of<DependabotConfiguration>()
        let prefixed = configuration.Updates.Select(update => update.Prefix).OfType<Fact<string>>().ToList()
        where prefixed.Count > 0
        from workflow in deployment.Of<Workflow>()
        where workflow.Trigger("pull_request") is not null || workflow.Trigger("pull_request_target") is not null
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name == Action && !IsForOthers(job.If) && !IsForOthers(step.If) && step.Input("ignoreLabels") is null
        let types = Types(step.Input("types"))
        where types is not null
        select new Checked($"{workflow.File.Name}: {job.Id}", step, types, prefixed);

    protected override Subject Identify(Checked subject) => new(subject.Job, subject.Step.Span);

    protected override IEnumerable<Verdict> Check(Checked subject, Deployment deployment)
    {
        var rejected = subject.Prefixes.Where(prefix => !subject.Types.Contains(TypeOf(prefix.Value))).ToList();
        if (rejected is not [var first, ..])
        {
            yield break;
        }

        var allowed = subject.Types.Contains("build") ? "build" : subject.Types[^1];
        var message =
            $"Dependabot begins its titles with `{first.Value}`, but {subject.Job} allows only the types {NameList.Of(subject.Types, MostTypes)}.";
        yield return (subject.Step.ContinueOnError is null ? Fail(first.Span, message) : Warn(first.Span, message).As(Severity.Low))
            .Related(subject.Step.Input("types")?.Span ?? subject.Step.Uses?.Span)
            .Related(rejected.Skip(1).Take(MostPlaces).Select(prefix => prefix.Span))
            .Remedy(
                $"Write `prefix: {allowed}` in {PlaceList.Of(rejected.Select(prefix => prefix.Span))}, or add `{TypeOf(first.Value)}` to `types` at {subject.Step.Span}."
            )
            .VerifyOneGone();
    }

    /// <summary>Null where they are computed, or patterns.</summary>
    private static IReadOnlyList<string>? Types(ExpressionTemplate? input) =>
        input is null ? Usual
        : input.Literal is null || !input.Lines.All(line => line.All(char.IsAsciiLetterOrDigit)) ? null
        : input.Lines;

    /// <summary><c>deps</c> of <c>deps(npm)</c>.</summary>
    private static string TypeOf(string prefix)
    {
        var end = prefix.AsSpan().IndexOfAny("(:! ");
        return end < 0 ? prefix : prefix[..end];
    }

    /// <summary>The condition asks who made the pull request, or from which branch.</summary>
    private static bool IsForOthers(Condition? condition) =>
        condition?.References.Any(reference =>
            reference.Path is ["github", "actor" or "triggering_actor" or "head_ref", ..]
            || reference.Path is ["github", "event", "pull_request", "user" or "head" or "labels", ..]
        ) == true;

    /// <summary>A check of titles, and what Dependabot begins its titles with.</summary>
    internal sealed record Checked(string Job, WorkflowStep Step, IReadOnlyList<string> Types, IReadOnlyList<Fact<string>> Prefixes);
}
