using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A file of named lists of commands: a Makefile, a justfile, a Taskfile, a <c>deno.json</c>.</summary>
/// <param name="Tool">Who runs it: <c>make</c>, <c>just</c>, <c>task</c> or <c>deno</c>.</param>
public sealed partial record TaskFile(SourceFile File, string Tool, IReadOnlyList<ScriptTask> Tasks) : Artifact(File)
{
    private static readonly NameIndex<ScriptTask> Names = new(task => task.Name.Value, StringComparer.Ordinal);

    /// <summary>Its included files, as written; the tool fails without those that are not optional.</summary>
    public IReadOnlyList<TaskInclude> Includes { get; init; } = [];

    /// <summary>Variables that it hands on to whatever its tasks start (<c>export NAME</c>).</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>The releases of Kubernetes that its variables name for a cluster: <c>KIND_K8S_VERSION ?= 1.17.15</c>.</summary>
    public IReadOnlyList<Fact<string>> KubernetesReleases =>
        [
            .. ReleaseOfCluster()
                .Matches(File.Text)
                .Select(match => match.Groups["release"])
                .Select(group => new Fact<string>(group.Value, new SourceSpan(File, group.Index, group.Length))),
        ];

    /// <summary>What runs when no task is named: the first one.</summary>
    public ScriptTask? Default => Tasks is [var first, ..] ? first : null;

    /// <summary>How a task of it is run: <c>make build</c>, <c>deno task build</c>.</summary>
    public string Call(ScriptTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Tool == "deno" ? $"deno task {task.Name.Value}" : $"{Tool} {task.Name.Value}";
    }

    [GeneratedRegex(
        @"^(export\s+)?\w*(K8S|KUBERNETES|KIND_NODE)_?\w*VERSION\s*[?:]?=\s*v?(?<release>1\.\d{1,2})\b",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ReleaseOfCluster();

    public ScriptTask? Find(string name) => Names.Find(Tasks, name);
}
