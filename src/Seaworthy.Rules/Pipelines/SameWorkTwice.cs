using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Workflows that one event starts, and that run the same checks and builds.</summary>
internal sealed class SameWorkTwice : Rule<IReadOnlyList<SameWorkTwice.CheckedWorkflow>>
{
    // Two commands that are alike, `npm test` and `npm run lint`, may be chance.
    private const int FewestShared = 3;

    private const int MostShown = 4;

    private static readonly string[] Events = ["push", "pull_request"];

    private static readonly HashSet<StepIntent> Work = [StepIntent.Test, StepIntent.Lint, StepIntent.Build, StepIntent.Scan];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/same-work-twice",
            Title = "Workflows that do the same work",
            Area = Area.Pipelines,
            Severity = Severity.Low,
            Rationale =
                "Every change waits for, and pays for, the same work more than once, and a check that is mended in one file stays broken in the other.",
            Holds = "No two workflows run the same commands on one event.",
        };

    /// <summary>Each workflow with those behind it that do most of what it does.</summary>
    public override IEnumerable<IReadOnlyList<CheckedWorkflow>> Subjects(Deployment deployment)
    {
        var open = deployment.Pipelines.Select(CheckedWorkflow.Of).OfType<CheckedWorkflow>().ToList();
        while (open.Count > 0)
        {
            List<CheckedWorkflow> same = [open[0], .. open.Skip(1).Where(other => Shared(open[0], other).Count >= FewestShared)];
            open.RemoveAll(same.Contains);
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
                $"{names} and {subject[^1].File.Name} run the same commands on one {CheckedWorkflow.CommonEvent(first, subject[1])}: {shown}{more}."
            )
            .Related(first.Commands.First(command => command.IsSameAs(shared[0])).Span)
            .Related(subject.Skip(2).Select(other => Shared(first, other)[0].Span))
            .Related(subject.Select(workflow => workflow.StartedAt), "starts it")
            .Remedy($"Keep the work in {first.File.Path}, or make it a workflow that the others call (`workflow_call`).")
            .Verify("gh run list --limit 20");
    }

    /// <summary>The commands of the second that the first runs as well, where one event starts both.</summary>
    private static List<CheckedCommand> Shared(CheckedWorkflow first, CheckedWorkflow second) =>
        CheckedWorkflow.CommonEvent(first, second) is null
            ? []
            : [.. second.Commands.Where(command => first.Commands.Any(other => other.IsSameAs(command)))];

    /// <param name="Directory">Where it runs, from the repository's root.</param>
    internal sealed record CheckedCommand(string Text, string? Directory, SourceSpan Span)
    {
        public bool IsSameAs(CheckedCommand other) => Text == other.Text && Directory == other.Directory;
    }

    /// <summary>A workflow that a change starts, with the commands by which it checks or builds.</summary>
    internal sealed record CheckedWorkflow(Workflow Declared, IReadOnlyList<CheckedCommand> Commands)
    {
        public SourceFile File => Declared.File;

        public SourceSpan StartedAt => Events.Select(name => Declared.Trigger(name)).OfType<WorkflowTrigger>().First().Span;

        public static CheckedWorkflow? Of(Pipeline pipeline) =>
            pipeline is { Declared: Workflow workflow, SwitchedOffAt: null } && Events.Any(name => workflow.Trigger(name) is not null)
                ? new CheckedWorkflow(
                    workflow,
                    [
                        .. pipeline
                            .Jobs.Where(job => job.NeverRunsBecause is null)
                            .SelectMany(job => job.Steps)
                            .Where(step => !step.RunsOnlyAfterFailure)
                            .SelectMany(step =>
                                step.Purposes.Where(purpose => Work.Contains(purpose.Intent) && purpose.Command.Span.File == workflow.File)
                                    .Select(purpose => new CheckedCommand(
                                        purpose.Command.Span.Text.Trim(),
                                        step.Directory,
                                        purpose.Command.Span
                                    ))
                            )
                            .DistinctBy(command => new { command.Text, command.Directory }),
                    ]
                )
                : null;

        /// <summary><c>push to main</c>, <c>pull request</c>: what starts both, whatever a change touches; null when nothing does for certain.</summary>
        public static string? CommonEvent(CheckedWorkflow first, CheckedWorkflow second) =>
            Events
                .Select(name => new
                {
                    Name = name,
                    Left = first.Declared.Trigger(name),
                    Right = second.Declared.Trigger(name),
                })
                .Where(both => both is { Left: { } left, Right: { } right } && IsForAnyChange(left) && IsForAnyChange(right))
                .Select(both =>
                    CommonBranch(both.Left, both.Right) is not { } branch ? null
                    : both.Name == "push" ? $"push to {branch}"
                    : "pull request"
                )
                .FirstOrDefault(found => found is not null);

        /// <summary>No filter leaves a change out, but for the branches that are named: neither paths, nor branches that are ignored, nor that a request was closed or labelled.</summary>
        private static bool IsForAnyChange(WorkflowTrigger trigger) =>
            trigger is { Paths: null, PathsIgnore: null, BranchesIgnore: null }
            && trigger.Types?.Any(type => type.Value is "opened" or "synchronize") != false;

        private static string? CommonBranch(WorkflowTrigger? left, WorkflowTrigger? right) =>
            (left, right) switch
            {
                (null, _) or (_, null) => null,
                ({ Branches: null, Tags: null }, { Branches: null, Tags: null }) => "any branch",
                ({ Branches: [var named, ..] }, { Branches: null, Tags: null }) => named.Value,
                ({ Branches: null, Tags: null }, { Branches: [var named, ..] }) => named.Value,
                _ => left.NamedBranchWith(right),
            };
    }
}
