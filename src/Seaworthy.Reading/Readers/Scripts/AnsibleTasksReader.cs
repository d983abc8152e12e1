using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads playbooks and lists of tasks of Ansible for the files that they write on servers.</summary>
/// <remarks>Source: Ansible documentation, "ansible.builtin.copy", "template", "get_url", "unarchive": <c>dest</c>.</remarks>
internal sealed class AnsibleTasksReader : Reader
{
    private static readonly HashSet<string> Writers = new(StringComparer.Ordinal)
    {
        "copy",
        "template",
        "get_url",
        "unarchive",
        "synchronize",
    };

    // What holds tasks of its own.
    private static readonly string[] Lists = ["tasks", "pre_tasks", "post_tasks", "handlers", "block", "rescue", "always"];

    public override bool Accepts(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file) =>
        file.File.Text.Contains("dest:", StringComparison.Ordinal)
        && file.Yaml.Root is SequenceNode root
        && Destinations(root.Items).ToList() is { Count: > 0 } written
            ? new AnsibleTasks(file.File) { Destinations = written }
            : null;

    private static IEnumerable<Fact<string>> Destinations(IEnumerable<Node> tasks)
    {
        Stack<Node> open = new(tasks.Reverse());
        while (open.TryPop(out var task))
        {
            foreach (var entry in task.Entries)
            {
                if (Writers.Contains(entry.Key[(entry.Key.LastIndexOf('.') + 1)..]) && entry.Value["dest"]?.Fact is { } written)
                {
                    yield return written;
                }

                foreach (var inner in Lists.Contains(entry.Key) ? entry.Value.Items : [])
                {
                    open.Push(inner);
                }
            }
        }
    }
}
