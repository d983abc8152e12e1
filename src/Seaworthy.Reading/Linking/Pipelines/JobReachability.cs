using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Decides for each job of a workflow whether any way of starting the workflow lets it run: triggers, its condition, and the reach of what it needs.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.&lt;job_id&gt;.needs: a job whose need fails or is skipped is skipped, unless its condition asks for the status.</remarks>
internal static class JobReachability
{
    private const int MaximumQuestions = 200_000;

    /// <summary>By the job's id as written.</summary>
    public static IReadOnlyDictionary<string, JobReach> Of(Workflow workflow)
    {
        var scenarios = RunScenarios.Of(workflow);
        var size = workflow.Jobs.Sum(job => 1L + ((job.If?.Raw.Length ?? 0) / 100));
        if (scenarios.Count == 0 || scenarios.Count * size > MaximumQuestions)
        {
            scenarios = [RunScenarios.Open];
        }

        var runs = Runs(workflow, scenarios);
        Dictionary<string, JobReach> reach = new(StringComparer.OrdinalIgnoreCase);
        foreach (var job in workflow.Jobs)
        {
            reach[job.Id] = runs.TryGetValue(job.Id, out var known)
                ? Reach(known, workflow, scenarios, runs)
                : new JobReach(JobReachKind.Unknown, scenarios);
        }

        return reach;
    }

    /// <summary>By the job's id: in which scenarios it may run. Jobs that need an unknown job, or themselves, are left out.</summary>
    public static Dictionary<string, JobRuns> Runs(Workflow workflow, IReadOnlyList<RunScenario> scenarios)
    {
        Dictionary<string, JobRuns> runs = new(StringComparer.OrdinalIgnoreCase);
        foreach (var job in InOrder(workflow))
        {
            runs[job.Id] = JobRuns.Of(job, scenarios, runs);
        }

        return runs;
    }

    private static JobReach Reach(JobRuns job, Workflow workflow, IReadOnlyList<RunScenario> scenarios, Dictionary<string, JobRuns> runs)
    {
        List<RunScenario> possible = [.. scenarios.Where((_, index) => job.CanRun[index] != false)];
        if (job.IsSwitchedOff)
        {
            return new JobReach(JobReachKind.SwitchedOff, []) { Places = job.Job.If is { } condition ? [condition.Span] : [] };
        }

        if (possible.Count == 0)
        {
            return NeverExplanation.Of(job, workflow, runs);
        }

        return new JobReach(job.CanRun.Any(answer => answer == true) ? JobReachKind.Reachable : JobReachKind.Unknown, possible)
        {
            ButNever = NeverOnPush.Of(job, scenarios, runs),
        };
    }

    // Kahn's order; jobs in a cycle and jobs that need an unknown job are left out: GitHub refuses the whole workflow.
    private static IEnumerable<WorkflowJob> InOrder(Workflow workflow)
    {
        Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
        foreach (var job in workflow.Jobs)
        {
            open[job.Id] = job.Needs.Count;
        }

        var followers = workflow
            .Jobs.SelectMany(job => job.Needs.Select(need => new { need.Value, Job = job }))
            .ToLookup(pair => pair.Value, pair => pair.Job, StringComparer.OrdinalIgnoreCase);
        Queue<WorkflowJob> settled = new(workflow.Jobs.Where(job => job.Needs.Count == 0));
        while (settled.TryDequeue(out var job))
        {
            yield return job;
            foreach (var follower in followers[job.Id])
            {
                if (--open[follower.Id] == 0)
                {
                    settled.Enqueue(follower);
                }
            }
        }
    }
}
