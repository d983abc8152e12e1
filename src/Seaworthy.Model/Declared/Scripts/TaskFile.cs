using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A file of named lists of commands: a Makefile, a justfile, a Taskfile.</summary>
/// <param name="Tool">Who runs it: <c>make</c>, <c>just</c> or <c>task</c>.</param>
public sealed record TaskFile(SourceFile File, string Tool, IReadOnlyList<ScriptTask> Tasks) : Artifact(File)
{
    /// <summary>Files it takes in, as written; the tool fails without those that are not optional.</summary>
    public IReadOnlyList<TaskInclude> Includes { get; init; } = [];

    /// <summary>What runs when no task is named: the first one.</summary>
    public ScriptTask? Default => Tasks is [var first, ..] ? first : null;

    public ScriptTask? Find(string name) => Tasks.FirstOrDefault(task => string.Equals(task.Name.Value, name, StringComparison.Ordinal));
}
