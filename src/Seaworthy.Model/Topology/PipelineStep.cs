using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A step of a job: what it means to do, its commands, and where they run.</summary>
/// <param name="Directory">From the repository's root; null when it cannot be told, or is outside the checkout.</param>
public sealed record PipelineStep(
    string Name,
    IReadOnlyList<StepIntent> Intents,
    IReadOnlyList<ShellCommand> Commands,
    string? Directory,
    SourceSpan Span
);
