using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Decides for each step with a condition whether any way of starting its workflow fulfils it.</summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows" and "Contexts reference", github context.</remarks>
internal static class GuardedSteps
{
    private const int MaximumQuestions = 100_000;

    public static IReadOnlyList<GuardedStep> Link(Deployment deployment) => [.. deployment.Of<Workflow>().SelectMany(Of)];

    private static IEnumerable<GuardedStep> Of(Workflow workflow)
    {
        var guarded = workflow.Jobs.SelectMany(job => job.Steps).Count(step => step.If is not null);
        if (guarded == 0)
        {
            yield break;
        }

        var scenarios = RunScenarios.Of(workflow, ConditionLiterals.WithSteps(workflow));
        if (scenarios.Count == 0 || scenarios.Count * (guarded + (long)workflow.Jobs.Count) > MaximumQuestions)
        {
            yield break;
        }

        var runs = JobReachability.Runs(workflow, scenarios);
        // A trigger that was commented out takes its steps with it, on purpose.
        var isWhole = CommentedEvents.FirstIn(workflow.File) is null;
        foreach (var job in workflow.Jobs)
        {
            var possible =
                isWhole && runs.TryGetValue(job.Id, out var known)
                    ? scenarios.Where((_, index) => known.CanRun[index] != false).ToList()
                    : [];
            foreach (var step in job.Steps)
            {
                if (step.If is { } condition && !JobRuns.IsFalse(condition.Expression))
                {
                    yield return new GuardedStep(workflow, job, step, condition)
                    {
                        NeverRuns = possible.Count > 0 && possible.TrueForAll(scenario => Truth(condition, scenario) == false),
                        Triggers = [.. workflow.Triggers.Select(NeverExplanation.Place)],
                    };
                }
            }
        }
    }

    // Whether an earlier step failed only the run knows.
    private static bool? Truth(Condition condition, RunScenario scenario) =>
        new ExpressionEvaluator(
            path => ScenarioContext.Lookup(scenario, path),
            function => function == "always" ? new ExpressionValue.Boolean(true) : ExpressionValue.Open
        )
            .Evaluate(condition.Expression)
            .Truth;
}
