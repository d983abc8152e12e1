using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The command a workload starts with, where it stands, and the directory it runs in.</summary>
/// <param name="Commands">Parsed; scripts of the image that it calls are followed.</param>
/// <param name="WorkingDirectory">Inside the image; null when it cannot be told.</param>
public sealed record ProcessStart(IReadOnlyList<ShellCommand> Commands, string? WorkingDirectory, SourceSpan Span)
{
    /// <summary>As a person reads it.</summary>
    public string Text { get; init; } = "";
}
