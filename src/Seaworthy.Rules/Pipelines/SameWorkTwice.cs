using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Workflows that one event starts, and that run the same checks and builds.</summary>
internal sealed class SameWorkTwice : Rule<IReadOnlyList<CheckedWorkflow>>
{
    // Two commands that are alike, `npm test` and `npm run lint`, may be chance.
    private const int FewestShared = 3;

    private const int MostShown = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/same-work-twice",
            IsPractice = true,
            Title = "Duplicate workflows",
            Area = Area.Pipelines,
            Severity = Severity.Low,
            Rationale =
                "Every change waits and pays for the same work twice, and a check that is fixed in one file stays broken in the other.",
            Holds = "No two workflows run the same commands on one event.",
        };

    /// <summary>Each workflow with later ones that share most of its work.</summary>
    public override IEnumerable<IReadOnlyList<CheckedWorkflow>> Subjects(Deployment deployment)
    {
        var workflows = deployment.Pipelines.Select(CheckedWorkflow.Of).OfType<CheckedWorkflow>().ToList();
        WorkIndex index = new(workflows, FewestShared);
        var isTaken = new bool[workflows.Count];
        for (var at = 0; at < workflows.Count; at++)
        {
            if (isTaken[at])
            {
                continue;
            }

            List<CheckedWorkflow> same = [workflows[at]];
            foreach (var other in index.Candidates(at).Where(other => !isTaken[other]))
            {
                if (Shared(workflows[at], workflows[other]).Count >= FewestShared)
                {
                    isTaken[other] = true;
                    same.Add(workflows[other]);
                }
            }

            yield return same;
        }
    }

    protected override Subject Identify(IReadOnlyList<CheckedWorkflow> subject) => new(subject[0].File.Name, subject[0].File.Whole);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<CheckedWorkflow> subject, Deployment deployment)
    {
        if (subject.Count < 2)
        {
            yield break;
        }

        var first = subject[0];
        var shared = Shared(first, subject[1]);
        var texts = shared.Select(command => command.Text).Distinct(StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", texts.Take(MostShown).Select(text => $"`{text}`"));
        var more = texts.Count > MostShown ? $" and {texts.Count - MostShown} more" : "";
        var names = string.Join(", ", subject.Skip(1).SkipLast(1).Select(other => other.File.Name).Prepend(first.File.Name));
        yield return Warn(
                shared[0].Span,
                $"{names} and {subject[^1].File.Name} run the same commands on each {CheckedWorkflow.CommonEvent(first, subject[1])}: {shown}{more}."
            )
            .Related(first.Commands.First(command => command.IsSameAs(shared[0])).Span)
            .Related(subject.Skip(2).Select(other => Shared(first, other)[0].Span))
            .Related(subject.Select(workflow => workflow.StartedAt), "starts it")
            .Remedy($"Keep the work in {first.File.Path}, or make it a workflow that the others call (`workflow_call`).")
            .VerifyOneGone();
    }

    /// <summary>The commands of the second that the first runs as well, where one event starts both.</summary>
    private static List<CheckedCommand> Shared(CheckedWorkflow first, CheckedWorkflow second) =>
        CheckedWorkflow.CommonEvent(first, second) is null ? [] : [.. second.Commands.Where(first.Runs)];
}
