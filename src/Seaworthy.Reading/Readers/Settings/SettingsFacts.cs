using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Settings;

/// <summary>Reads what a configuration tells of the world outside the tree.</summary>
internal sealed class SettingsFacts(SettingsNodes nodes, SettingsWords words)
{
    public const string All = "*";

    private static readonly IReadOnlyList<string> Keys = ["hosts", "variables", "files", "objects", "capabilities"];
    private static readonly IReadOnlyList<string> WithKeys = ["secret", "configmap"];

    public static IReadOnlyList<string> Kinds { get; } =
    ["secret", "configmap", "serviceaccount", "persistentvolumeclaim", "service", "network", "volume"];

    public OutsideFacts Read(IEnumerable<NodeEntry> entries)
    {
        var known = entries.Where(entry => nodes.IsKnown(entry, "kind of fact", Keys)).ToLookup(entry => entry.Key, entry => entry.Value);
        return new OutsideFacts
        {
            Hosts = [.. Texts(known["hosts"], "hosts", "a host").Select(Host).OfType<OutsideHost>()],
            Variables = [.. known["variables"].SelectMany(Variables)],
            Files = [.. known["files"].SelectMany(list => nodes.List(list, "files")).Select(File).OfType<OutsideFile>()],
            Objects = [.. Texts(known["objects"], "objects", "an object").Select(Object).OfType<OutsideObject>()],
            Capabilities =
            [
                .. known["capabilities"].SelectMany(list => nodes.List(list, "capabilities")).Select(Capability).OfType<Fact<string>>(),
            ],
        };
    }

    private IEnumerable<Fact<string>> Texts(IEnumerable<Node> lists, string what, string item) =>
        lists
            .SelectMany(list => nodes.List(list, what))
            .Select(node => nodes.Text(node, item) is { } text ? new Fact<string>(text, node.Span) : null)
            .OfType<Fact<string>>();

    private OutsideHost? Host(Fact<string> host)
    {
        if (host.Value.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or '*'))
        {
            return new OutsideHost(host.Value, host.Span);
        }

        nodes.Complain(
            ProblemKind.InvalidValue,
            $"'{host.Value}' is not a host: write only its name, as in 'db.internal' or '*.corp'",
            host.Span
        );
        return null;
    }

    /// <summary>A list is for all workloads; keys are names of workloads.</summary>
    private IEnumerable<OutsideVariable> Variables(Node node) =>
        node is SequenceNode
            ? Names(node, workload: null)
            : nodes.Mapping(node, "variables").SelectMany(entry => Names(entry.Value, entry.Key == All ? null : entry.Key));

    private IEnumerable<OutsideVariable> Names(Node node, string? workload)
    {
        foreach (var name in Texts([node], $"what {workload ?? "every workload"} is given", "a variable"))
        {
            if (name.Value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-'))
            {
                yield return new OutsideVariable(workload, name.Value, name.Span);
            }
            else
            {
                nodes.Complain(ProblemKind.InvalidValue, $"'{name.Value}' is not a variable name: leave out the value", name.Span);
            }
        }
    }

    private OutsideFile? File(Node node) => nodes.Glob(node, "the file") is { } paths ? new OutsideFile(paths, node.Span) : null;

    private OutsideObject? Object(Fact<string> written)
    {
        var parts = written.Value.Split('/');
        if (parts is not [var kind, var name, .. { Length: <= 1 } key] || parts.Any(string.IsNullOrWhiteSpace))
        {
            nodes.Complain(
                ProblemKind.InvalidValue,
                $"'{written.Value}' is not an object: write kind/name, as in 'secret/api-keys'",
                written.Span
            );
            return null;
        }

        if (!nodes.IsWord(kind, "the kind of an object", Kinds, written.Span))
        {
            return null;
        }

        if (key.Length > 0 && !WithKeys.Contains(kind))
        {
            nodes.Complain(ProblemKind.InvalidValue, $"a {kind} has no keys: write '{kind}/{name}'", written.Span);
            return null;
        }

        return new OutsideObject(kind, name, key.FirstOrDefault(), written.Span);
    }

    private Fact<string>? Capability(Node node) =>
        nodes.Word(node, "a capability", words.Capabilities) is { } word ? new Fact<string>(word, node.Span) : null;
}
