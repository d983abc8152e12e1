using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A task of an editor.</summary>
/// <param name="Commands">On every system that it has commands for.</param>
public sealed record EditorTask(string Label, SourceSpan Span, IReadOnlyList<ShellCommand> Commands)
{
    /// <summary>What makes the editor run it when the folder is opened: of the task itself, or of one that depends on it. Null when a person starts it.</summary>
    public SourceSpan? RunsOnOpening { get; init; }
}
