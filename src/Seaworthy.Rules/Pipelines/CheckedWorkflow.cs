using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A workflow that a change starts, with the commands by which it checks or builds.</summary>
internal sealed record CheckedWorkflow(Workflow Declared, IReadOnlyList<CheckedCommand> Commands)
{
    private static readonly HashSet<StepIntent> Work = [StepIntent.Test, StepIntent.Lint, StepIntent.Build, StepIntent.Scan];

    private readonly Lazy<HashSet<CommandKey>> known = new(() =>
        [.. Commands.Select(command => new CommandKey(command.Text, command.Directory))]
    );

    /// <summary>What starts a workflow upon a change.</summary>
    public static IReadOnlyList<string> Events { get; } = ["push", "pull_request"];

    public SourceFile File => Declared.File;

    public SourceSpan StartedAt => Events.Select(name => Declared.Trigger(name)).OfType<WorkflowTrigger>().First().Span;

    /// <summary>It runs the command as well.</summary>
    public bool Runs(CheckedCommand command) => known.Value.Contains(new CommandKey(command.Text, command.Directory));

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
                                .Select(purpose => new CheckedCommand(purpose.Command.AsWritten, step.Directory, purpose.Command.Span))
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
