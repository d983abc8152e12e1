using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads <c>.vscode/tasks.json</c>.</summary>
internal sealed class EditorTasksReader : Reader
{
    private static readonly string[] Systems = ["windows", "linux", "osx"];

    public override bool Accepts(string path) =>
        path == ".vscode/tasks.json" || path.EndsWith("/.vscode/tasks.json", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        if (file.Json.Root?["tasks"] is not SequenceNode list)
        {
            return null;
        }

        var nodes = list.Elements.OfType<MappingNode>().ToList();
        var opening = Opening(nodes);
        return new EditorTasks(
            file.File,
            [
                .. nodes.Select(node => new EditorTask(Label(node), (node["label"] ?? node).Span, Commands(node))
                {
                    RunsOnOpening = opening.TryGetValue(node, out var because) ? because : null,
                }),
            ]
        );
    }

    private static string Label(MappingNode task) => task["label"]?.Text ?? task["taskName"]?.Text ?? "";

    /// <summary>The tasks that run when the folder is opened, and those that they depend on.</summary>
    private static Dictionary<MappingNode, SourceSpan> Opening(IReadOnlyList<MappingNode> tasks)
    {
        Dictionary<MappingNode, SourceSpan> found = new(ReferenceEqualityComparer.Instance);
        Queue<OpenTask> open = new();
        foreach (var task in tasks)
        {
            if (task.At("runOptions", "runOn")?.Fact is { Value: "folderOpen" } when)
            {
                open.Enqueue(new(task, when.Span));
            }
        }

        while (open.TryDequeue(out var next))
        {
            if (found.TryAdd(next.Task, next.Because))
            {
                var needed = next.Task["dependsOn"].OneOrMore().Select(label => label.Value).ToHashSet(StringComparer.Ordinal);
                foreach (var task in tasks.Where(task => Label(task) is { Length: > 0 } label && needed.Contains(label)))
                {
                    open.Enqueue(new(task, next.Because));
                }
            }
        }

        return found;
    }

    private static IReadOnlyList<ShellCommand> Commands(MappingNode task) =>
        [.. Systems.Select(system => task[system]).OfType<MappingNode>().Prepend(task).SelectMany(node => Command(node, task))];

    /// <summary>The arguments of a system's own command are its own, or those of the task.</summary>
    private static IReadOnlyList<ShellCommand> Command(MappingNode node, MappingNode task)
    {
        if ((node["command"] as ScalarNode ?? node.At("command", "value") as ScalarNode) is not { IsNull: false } command)
        {
            return [];
        }

        var commands = ShellParser.Parse(command.Mapped);
        List<ShellWord> arguments =
        [
            .. ((node["args"] ?? task["args"])?.Items ?? [])
                .Select(item => item as ScalarNode ?? item["value"] as ScalarNode)
                .OfType<ScalarNode>()
                .SelectMany(item => ShellParser.Parse(item.Mapped).SelectMany(parsed => parsed.Words)),
        ];
        return commands is [.., var last] && arguments.Count > 0
            ? [.. commands.SkipLast(1), last with { Words = [.. last.Words, .. arguments] }]
            : commands;
    }

    private sealed record OpenTask(MappingNode Task, SourceSpan Because);
}
