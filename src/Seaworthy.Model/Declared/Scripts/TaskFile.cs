using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A file of named lists of commands: a Makefile, a justfile, a Taskfile, a <c>deno.json</c>.</summary>
/// <param name="Tool">Who runs it: <c>make</c>, <c>just</c>, <c>task</c> or <c>deno</c>.</param>
public sealed record TaskFile(SourceFile File, string Tool, IReadOnlyList<ScriptTask> Tasks) : Artifact(File)
{
    private static readonly NameIndex<ScriptTask> Names = new(task => task.Name.Value, StringComparer.Ordinal);

    /// <summary>Files it takes in, as written; the tool fails without those that are not optional.</summary>
    public IReadOnlyList<TaskInclude> Includes { get; init; } = [];

    /// <summary>Variables that it hands on to whatever its tasks start (<c>export NAME</c>).</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>What runs when no task is named: the first one.</summary>
    public ScriptTask? Default => Tasks is [var first, ..] ? first : null;

    /// <summary>How a task of it is run: <c>make build</c>, <c>deno task build</c>.</summary>
    public string Call(ScriptTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Tool == "deno" ? $"deno task {task.Name.Value}" : $"{Tool} {task.Name.Value}";
    }

    public ScriptTask? Find(string name) => Names.Find(Tasks, name);
}
