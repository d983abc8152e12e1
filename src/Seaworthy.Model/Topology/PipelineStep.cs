using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A step of a job: its purpose, its commands, and where they run.</summary>
/// <param name="Directory">From the repository's root; null when unknown or outside the checkout.</param>
public sealed record PipelineStep(
    string Name,
    IReadOnlyList<StepIntent> Intents,
    IReadOnlyList<ShellCommand> Commands,
    string? Directory,
    SourceSpan Span
)
{
    /// <summary>Those of its commands whose purpose is known, in order; a command with several stands several times.</summary>
    public IReadOnlyList<StepCommand> Purposes { get; init; } = [];

    /// <summary>Its condition asks for the failure of an earlier step: a rollback or a message, no part of the way to success.</summary>
    public bool RunsOnlyAfterFailure { get; init; }

    /// <summary><c>continue-on-error: true</c>: the job goes on and succeeds when the step fails.</summary>
    public bool FailureIsIgnored { get; init; }
}
