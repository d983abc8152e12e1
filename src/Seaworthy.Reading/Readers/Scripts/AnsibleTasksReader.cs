using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads playbooks and lists of tasks of Ansible for the files that they write on servers, and the handlers that they notify.</summary>
/// <remarks>Source: Ansible documentation, "ansible.builtin.copy", "template", "get_url", "unarchive": <c>dest</c>; "Handlers: running operations on change".</remarks>
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

    private static readonly string[] Words = ["dest:", "notify:", "handlers:"];

    public override bool Accepts(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file)
    {
        var isOfHandlers = $"/{file.File.Directory}/".Contains("/handlers/", StringComparison.Ordinal);
        if (
            !(isOfHandlers || Array.Exists(Words, word => file.File.Text.Contains(word, StringComparison.Ordinal)))
            || file.Yaml.Root is not SequenceNode root
        )
        {
            return null;
        }

        Found found = new();
        Walk(root.Items, isOfHandlers, found);
        return found.Destinations.Count + found.Notified.Count + found.Handlers.Count == 0
            ? null
            : new AnsibleTasks(file.File)
            {
                Destinations = found.Destinations,
                Notified = found.Notified,
                Handlers = found.Handlers,
                Roles = found.Roles,
                ImportsHandlers = found.ImportsHandlers,
            };
    }

    private static void Walk(IEnumerable<Node> tasks, bool isOfHandlers, Found found)
    {
        Stack<(Node Node, bool IsHandler)> open = new(tasks.Reverse().Select(task => (task, isOfHandlers)));
        while (open.TryPop(out var next))
        {
            var (task, isHandler) = next;
            if (isHandler)
            {
                found.Handlers.AddRange(Texts(task["name"]).Concat(Texts(task["listen"])).Select(text => text.Value));
            }

            found.Notified.AddRange(Texts(task["notify"]));
            foreach (var entry in task.Entries)
            {
                var module = entry.Key[(entry.Key.LastIndexOf('.') + 1)..];
                if (Writers.Contains(module) && entry.Value["dest"]?.Fact is { } written)
                {
                    found.Destinations.Add(written);
                }
                else if (isHandler && module is ("import_tasks" or "include_tasks" or "include"))
                {
                    found.ImportsHandlers = true;
                }
                else if (module is "include_role" or "import_role")
                {
                    found.Roles.AddRange(Texts(entry.Value["name"]).Select(text => text.Value));
                }

                found.Roles.AddRange(entry.Key == "roles" ? entry.Value.Items.Select(RoleOf).OfType<string>() : []);
                foreach (var inner in Lists.Contains(entry.Key) ? entry.Value.Items : [])
                {
                    open.Push((inner, isHandler || entry.Key == "handlers"));
                }
            }
        }
    }

    private static string? RoleOf(Node role) => role.Fact?.Value ?? (role["role"] ?? role["name"])?.Fact?.Value;

    /// <summary>A text, or a list of texts.</summary>
    private static IEnumerable<Fact<string>> Texts(Node? node) =>
        node?.Fact is { } one ? [one] : (node?.Items ?? []).Select(item => item.Fact).OfType<Fact<string>>();

    private sealed class Found
    {
        public List<Fact<string>> Destinations { get; } = [];

        public List<Fact<string>> Notified { get; } = [];

        public List<string> Handlers { get; } = [];

        public List<string> Roles { get; } = [];

        public bool ImportsHandlers { get; set; }
    }
}
