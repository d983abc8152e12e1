using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>In which scenarios a job may run; the lists go side by side with the scenarios. True = yes, if what it needs succeeds; false = no; null = only the run knows.</summary>
/// <param name="Own">Judged by its own condition alone, as if everything it needs could run.</param>
/// <param name="CanRun">Judged by its condition and the reach of what it needs.</param>
/// <param name="HasPast">Whether any job that it needs, directly or not, may run.</param>
internal sealed record JobRuns(WorkflowJob Job, IReadOnlyList<bool?> Own, IReadOnlyList<bool?> CanRun, IReadOnlyList<bool> HasPast)
{
    /// <summary><c>if: false</c>, or <c>false &amp;&amp; …</c> in front of the condition it had.</summary>
    public bool IsSwitchedOff => IsFalse(Job.If?.Expression);

    /// <summary>Begins with a plain <c>false</c>.</summary>
    public static bool IsFalse(Expression? condition) =>
        condition is Expression.Boolean { Value: false }
        || (condition is Expression.Binary { Operator: "&&" } both && (IsFalse(both.Left) || IsFalse(both.Right)));

    public static JobRuns Of(WorkflowJob job, IReadOnlyList<RunScenario> scenarios, IReadOnlyDictionary<string, JobRuns> before)
    {
        List<JobRuns> needs = [.. job.Needs.Select(need => before[need.Value])];
        var own = new bool?[scenarios.Count];
        var canRun = new bool?[scenarios.Count];
        var hasPast = new bool[scenarios.Count];
        for (var index = 0; index < scenarios.Count; index++)
        {
            hasPast[index] = needs.Exists(need => need.CanRun[index] != false || need.HasPast[index]);
            own[index] = new JobQuestion(job, scenarios[index], needs.Count > 0, null).Answer();
            canRun[index] = new JobQuestion(job, scenarios[index], hasPast[index], name => State(needs, name, index)).Answer();
        }

        return new JobRuns(job, own, canRun, hasPast);
    }

    private static bool? State(List<JobRuns> needs, string name, int index) =>
        needs.Find(need => string.Equals(need.Job.Id, name, StringComparison.OrdinalIgnoreCase)) is { } found ? found.CanRun[index] : null;
}
