using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>Another file that a task file includes; <paramref name="Path"/> is null when it is computed.</summary>
/// <param name="Namespace">The prefix its tasks get, where the tool gives one.</param>
public sealed record TaskInclude(string? Path, bool IsOptional, SourceSpan Span, string? Namespace = null)
{
    /// <summary>Where its tasks are to run, as written; null where they run in the directory of the file that takes it in.</summary>
    /// <remarks>Source: Taskfile documentation, "Including other Taskfiles", directory of included Taskfile.</remarks>
    public string? Directory { get; init; }
}
