using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads the tasks of <c>deno.json</c> and <c>deno.jsonc</c>.</summary>
/// <remarks>Source: Deno documentation, "deno task".</remarks>
internal sealed class DenoTasksReader : Reader
{
    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] is "deno.json" or "deno.jsonc";

    public override Artifact? Read(FileSyntax file) =>
        file.Json.Root is MappingNode root
            ? new TaskFile(file.File, "deno", [.. root["tasks"]?.Entries.Select(Task) ?? []]) { Problems = file.Json.Problems }
            : null;

    private static ScriptTask Task(NodeEntry entry) =>
        new(new Fact<string>(entry.Key, entry.KeySpan), Commands(entry.Value))
        {
            Prerequisites = entry.Value is MappingNode ? entry.Value["dependencies"].OneOrMore() : [],
        };

    // The shell of deno is its own, and reads these the same way on every system.
    private static IReadOnlyList<ShellCommand> Commands(Node task) =>
        (task as ScalarNode ?? task["command"] as ScalarNode) is { IsNull: false } command
            ? ShellParser.Read(command.Mapped, stopsOnError: true).Commands
            : [];
}
