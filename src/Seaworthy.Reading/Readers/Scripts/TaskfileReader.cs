using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads Taskfiles (taskfile.dev): tasks, what they depend on, and their commands.</summary>
/// <remarks>Source: Task, "Taskfile Schema Reference".</remarks>
internal sealed class TaskfileReader : Reader
{
    public override bool Accepts(string path) =>
        path[(path.LastIndexOf('/') + 1)..]
            is "Taskfile.yml"
                or "Taskfile.yaml"
                or "taskfile.yml"
                or "taskfile.yaml"
                or "Taskfile.dist.yml"
                or "Taskfile.dist.yaml";

    public override Artifact? Read(FileSyntax file)
    {
        if (file.Yaml.Root is not MappingNode root)
        {
            return null;
        }

        List<Problem> problems = [.. file.Yaml.Problems];
        return new TaskFile(file.File, "task", [.. root["tasks"]?.Entries.Select(entry => Task(entry, root, problems)) ?? []])
        {
            Includes = [.. root["includes"]?.Entries.Select(Include) ?? []],
            Problems = problems,
        };
    }

    private static TaskInclude Include(NodeEntry entry) =>
        new(entry.Value.Text ?? entry.Value["taskfile"]?.Text, entry.Value["optional"]?.Text == "true", entry.Span, entry.Key)
        {
            Directory = entry.Value["dir"]?.Text,
        };

    private static ScriptTask Task(NodeEntry entry, MappingNode root, List<Problem> problems)
    {
        var node = entry.Value;
        string? Value(string expression) =>
            expression is ['.', .. var name] ? node["vars"]?[name]?.Text ?? root["vars"]?[name]?.Text : null;
        var steps = node switch
        {
            ScalarNode or SequenceNode => node is SequenceNode ? node.Items : [node],
            _ => node["cmds"]?.Items ?? (node["cmd"] is { } single ? [single] : []),
        };
        var directory = node["dir"]?.Text ?? "";
        IReadOnlyList<ShellAssignment> environment = [.. Environment(root), .. Environment(node)];
        return new ScriptTask(
            new Fact<string>(entry.Key, entry.KeySpan),
            [
                .. steps
                    .SelectMany(step => Commands(step, Value, problems))
                    .Select(command =>
                        environment.Count == 0 ? command : command with { Assignments = [.. environment, .. command.Assignments] }
                    ),
            ]
        )
        {
            Prerequisites =
            [
                .. (node["deps"]?.Items ?? [])
                    .Concat(steps)
                    .Select(item => item["task"]?.Fact ?? (steps.Contains(item) ? null : item.Fact))
                    .OfType<Fact<string>>(),
            ],
            Directory = directory.Contains("{{", StringComparison.Ordinal) ? null : directory,
        };
    }

    /// <summary>What every command is given; templates and the output of commands are computed when it runs.</summary>
    private static IEnumerable<ShellAssignment> Environment(Node of) =>
        (of["env"]?.Entries ?? []).Select(entry => new ShellAssignment(entry.Key, null, IsExported: true, entry.KeySpan));

    private static IEnumerable<ShellCommand> Commands(Node step, Func<string, string?> value, List<Problem> problems)
    {
        if ((step as ScalarNode ?? step["cmd"] ?? step["defer"]) is not ScalarNode { IsNull: false } scalar)
        {
            return [];
        }

        var syntax = ShellParser.Read(DoubleBraces.Fill(scalar.Mapped, value), stopsOnError: true);
        problems.AddRange(syntax.Problems);
        return step["ignore_error"]?.Text == "true"
            ? syntax.Commands.Select(command => command with { FailureIsMasked = true })
            : syntax.Commands;
    }
}
