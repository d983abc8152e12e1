using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The question whether one job runs in one scenario.</summary>
/// <param name="hasPast">A job before it may have run, and so may have failed.</param>
/// <param name="stateOf">Whether a job that it needs can run; null in all = taken for possible.</param>
internal sealed class JobQuestion(WorkflowJob job, RunScenario scenario, bool hasPast, Func<string, bool?>? stateOf)
{
    public bool? Answer()
    {
        if (job.If is not { } condition)
        {
            return Needs();
        }

        var holds = new ExpressionEvaluator(Lookup, Status).Evaluate(condition.Expression).Truth;
        return condition.ChecksStatus ? holds : Both(holds, Needs());
    }

    // A need that is skipped skips what needs it; one that runs may succeed.
    private bool? Needs()
    {
        if (stateOf is null)
        {
            return true;
        }

        bool? all = true;
        foreach (var need in job.Needs)
        {
            all = Both(all, stateOf(need.Value));
        }

        return all;
    }

    private ExpressionValue Status(string function) =>
        function switch
        {
            "always" => new ExpressionValue.Boolean(true),
            "success" => Needs() == false ? new ExpressionValue.Boolean(false)
            : job.Needs.Count == 0 ? new ExpressionValue.Boolean(true)
            : ExpressionValue.Open,
            "failure" => hasPast ? ExpressionValue.Open : new ExpressionValue.Boolean(false),
            _ => ExpressionValue.Open,
        };

    private ExpressionValue Lookup(IReadOnlyList<string> path)
    {
        if (!path[0].Equals("needs", StringComparison.OrdinalIgnoreCase))
        {
            return ScenarioContext.Lookup(scenario, path);
        }

        if (stateOf is null || path.Count < 3 || stateOf(path[1]) != false)
        {
            return ExpressionValue.Open;
        }

        return path[2].Equals("result", StringComparison.OrdinalIgnoreCase) ? new ExpressionValue.Text("skipped") : ExpressionValue.Nothing;
    }

    private static bool? Both(bool? one, bool? other) =>
        one == false || other == false ? false
        : one == true && other == true ? true
        : null;
}
