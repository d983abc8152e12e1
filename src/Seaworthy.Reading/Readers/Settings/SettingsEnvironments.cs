using System.Globalization;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Settings;

/// <summary>Reads the environments that a configuration names for <c>seaworthy deploy --env</c>.</summary>
internal sealed class SettingsEnvironments(SettingsNodes nodes)
{
    private static readonly IReadOnlyList<string> Keys = ["hosts", "compose", "env-files", "target", "domain", "batch", "max-failures"];

    public IReadOnlyList<DeclaredEnvironment> Read(IEnumerable<NodeEntry> entries) => [.. entries.Where(IsNamed).Select(Environment)];

    private bool IsNamed(NodeEntry entry)
    {
        if (DeclaredEnvironment.IsName(entry.Key))
        {
            return true;
        }

        nodes.Complain(
            ProblemKind.InvalidValue,
            $"'{entry.Key}' is no name of an environment: lower-case letters, digits and hyphens, {DeclaredEnvironment.LongestName} at most",
            entry.KeySpan
        );
        return false;
    }

    private DeclaredEnvironment Environment(NodeEntry entry)
    {
        var known = nodes
            .Mapping(entry.Value, entry.Key)
            .Where(pair => nodes.IsKnown(pair, "key", Keys))
            .ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var target = known["target"].Select(node => Text(node, "target")).LastOrDefault();
        IReadOnlyList<Fact<string>> compose = [.. known["compose"].SelectMany(list => Paths(list, "compose"))];
        if (target is not null && compose.Count > 0)
        {
            nodes.Complain(ProblemKind.InvalidValue, "target and compose exclude each other: name one of them", target.Span);
        }

        return new DeclaredEnvironment(entry.Key, entry.KeySpan)
        {
            Hosts =
            [
                .. known["hosts"].SelectMany(list => nodes.List(list, "hosts")).Select(node => Text(node, "a host")).OfType<Fact<string>>(),
            ],
            ComposeFiles = compose,
            EnvFiles = [.. known["env-files"].SelectMany(list => Paths(list, "env-files"))],
            Target = target,
            Domains = [.. known["domain"].SelectMany(Domains)],
            Batch = known["batch"].Select(node => Number(node, "batch", 1)).LastOrDefault(),
            MaxFailures = known["max-failures"].Select(node => Number(node, "max-failures", 0)).LastOrDefault(),
        };
    }

    private IEnumerable<DeclaredDomain> Domains(Node node) =>
        node is MappingNode
            ? node
                .Entries.Select(entry => Text(entry.Value, entry.Key) is { } hosts ? new DeclaredDomain(hosts, entry.Key) : null)
                .OfType<DeclaredDomain>()
            : new[] { Text(node, "domain") }.OfType<Fact<string>>().Select(hosts => new DeclaredDomain(hosts, null));

    private IEnumerable<Fact<string>> Paths(Node list, string what)
    {
        foreach (var path in nodes.List(list, what).Select(node => Text(node, "a file")).OfType<Fact<string>>())
        {
            if (RepositoryPath.IsRelative(path.Value) && RepositoryPath.Join("", path.Value) is { } joined)
            {
                yield return path with
                {
                    Value = joined,
                };
            }
            else
            {
                nodes.Complain(
                    ProblemKind.InvalidValue,
                    $"'{path.Value}' is no file of the repository: write its path from the directory of this file",
                    path.Span
                );
            }
        }
    }

    private Fact<string>? Text(Node node, string what) => nodes.Text(node, what) is { } text ? new Fact<string>(text, node.Span) : null;

    private int? Number(Node node, string what, int least)
    {
        if (nodes.Text(node, what) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        nodes.Complain(ProblemKind.InvalidValue, $"{what} cannot be '{text}': write a number from {least} on", node.Span);
        return null;
    }
}
