using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>A job that is skipped on every push that its own condition names, because a job that it needs does not run then. By hand it may run.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.&lt;job_id&gt;.needs.</remarks>
internal static class NeverOnPush
{
    public static JobReach? Of(JobRuns job, IReadOnlyList<RunScenario> scenarios, IReadOnlyDictionary<string, JobRuns> runs)
    {
        if (job.Job.If is not { ChecksStatus: false } condition || job.Job.Needs.Count == 0)
        {
            return null;
        }

        var kinds = scenarios
            .Select((scenario, index) => new { Push = Push(scenario, condition), Index = index })
            .Where(row => row.Push is not null && job.Own[row.Index] == true)
            .GroupBy(row => row.Push, row => row.Index, StringComparer.Ordinal);
        foreach (var kind in kinds.Where(kind => kind.All(index => job.CanRun[index] == false)))
        {
            if (
                job.Job.Needs.FirstOrDefault(need => kind.All(index => runs[need.Value].Own[index] == false)) is { } need
                && runs[need.Value].Job.If is { } theirs
            )
            {
                return NeverExplanation.Never(
                    $"it is skipped on every {kind.Key}, although its condition asks for it: it needs '{need.Value}', which runs only if {NeverExplanation.OneLine(theirs.Raw)}",
                    [condition.Span, need.Span, theirs.Span]
                );
            }
        }

        return null;
    }

    /// <summary>What is pushed, where the condition names it; null where it does not.</summary>
    private static string? Push(RunScenario scenario, Condition condition) =>
        scenario.Event != "push" ? null
        : scenario.Ref is ExpressionValue.Text { Value: var exact } && exact.StartsWith(RunScenarios.Heads, StringComparison.Ordinal)
            ? Names(condition, exact[RunScenarios.Heads.Length..]) ? $"push to {exact[RunScenarios.Heads.Length..]}"
                : null
        : IsTag(scenario.Ref) && (Names(condition, "refs/tags") || Names(condition, "'tag'")) ? "push of a tag"
        : null;

    private static bool IsTag(ExpressionValue reference) =>
        reference switch
        {
            ExpressionValue.Text { Value: var exact } => exact.StartsWith(RunScenarios.Tags, StringComparison.Ordinal),
            ExpressionValue.Unknown { Prefix: var begin } => begin.StartsWith(RunScenarios.Tags, StringComparison.Ordinal),
            _ => false,
        };

    private static bool Names(Condition condition, string word) => condition.Raw.Contains(word, StringComparison.Ordinal);
}
