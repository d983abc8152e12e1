using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Says why a job never runs, and which places exclude each other.</summary>
internal static class NeverExplanation
{
    public static JobReach Of(JobRuns job, Workflow workflow, IReadOnlyDictionary<string, JobRuns> runs)
    {
        if (job.Own.All(answer => answer == false))
        {
            return OwnCondition(job, workflow);
        }

        foreach (var need in job.Job.Needs)
        {
            var needed = runs[need.Value];
            if (needed.CanRun.All(answer => answer == false))
            {
                var state = needed.IsSwitchedOff ? "is switched off" : "never runs";
                return Never($"it needs '{needed.Job.Id}', which {state}", [need.Span, needed.Job.If?.Span ?? needed.Job.Span]) with
                {
                    IsInherited = true,
                };
            }

            if (AreApart(job.Own, needed.CanRun))
            {
                return Excluding(job, need, Culprit(job, needed, runs));
            }
        }

        return Together(job);
    }

    private static JobReach OwnCondition(JobRuns job, Workflow workflow)
    {
        var condition = job.Job.If;
        IReadOnlyList<SourceSpan> own = condition is null ? [job.Job.Span] : [condition.Span];
        var asksForFailure = condition is { ChecksStatus: true } && condition.Raw.Contains("failure", StringComparison.OrdinalIgnoreCase);
        if (asksForFailure && job.Job.Needs.Count == 0)
        {
            return Never("its condition requires a failure, but no job in its needs can fail before it", own);
        }

        var events = string.Join(", ", workflow.Triggers.Select(trigger => trigger.Event).Distinct());
        var triggers = workflow.Triggers.Select(Place);
        return Never($"its condition is false for every event that starts the workflow ({events})", [.. own, .. triggers]);
    }

    private static JobReach Excluding(JobRuns job, Fact<string> need, JobRuns culprit)
    {
        var by = culprit.Job.Id == need.Value ? "" : $" through '{culprit.Job.Id}'";
        var theirs = culprit.Job.If is { } condition ? $"only if {OneLine(condition.Raw)}" : "under other events";
        var mine = job.Job.If is { } own ? $"it runs only if {OneLine(own.Raw)}, but" : "it";
        List<SourceSpan> places = [job.Job.If?.Span ?? job.Job.Span, need.Span, culprit.Job.If?.Span ?? culprit.Job.Span];
        return Never($"{mine} needs '{need.Value}', which runs{by} {theirs}: no event satisfies both", places);
    }

    private static JobReach Together(JobRuns job)
    {
        var needs = string.Join(", ", job.Job.Needs.Select(need => $"'{need.Value}'"));
        List<SourceSpan> places = [job.Job.If?.Span ?? job.Job.Span, .. job.Job.Needs.Select(need => need.Span)];
        return Never($"no event runs it and all its needs ({needs}) together", places);
    }

    // The need itself, or the job further back whose own condition shuts out every event of this job.
    private static JobRuns Culprit(JobRuns job, JobRuns needed, IReadOnlyDictionary<string, JobRuns> runs)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        Queue<JobRuns> open = new([needed]);
        while (open.TryDequeue(out var candidate))
        {
            if (candidate.Job.If is not null && AreApart(job.Own, candidate.Own))
            {
                return candidate;
            }

            foreach (var need in candidate.Job.Needs.Where(need => seen.Add(need.Value)))
            {
                open.Enqueue(runs[need.Value]);
            }
        }

        return needed;
    }

    private static bool AreApart(IReadOnlyList<bool?> one, IReadOnlyList<bool?> other) =>
        !one.Where((answer, index) => answer != false && other[index] != false).Any();

    public static SourceSpan Place(WorkflowTrigger trigger) =>
        (trigger.Branches ?? trigger.Tags ?? trigger.BranchesIgnore ?? trigger.TagsIgnore) is [var first, .., var last]
            ? first.Span.To(last.Span)
        : trigger.Branches is [var only] ? only.Span
        : trigger.Span;

    public static string OneLine(string condition)
    {
        var text = string.Join(' ', condition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 120 ? text : text[..117] + "...";
    }

    public static JobReach Never(string reason, IReadOnlyList<SourceSpan> places) =>
        new(JobReachKind.Never, []) { Reason = reason, Places = places };
}
