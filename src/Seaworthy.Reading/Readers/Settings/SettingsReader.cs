using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;

namespace Seaworthy.Reading.Readers.Settings;

/// <summary>Reads <c>seaworthy.yaml</c>. Nothing in it is passed over: what it does not understand is a problem with its place.</summary>
/// <remarks>Source: <c>docs/configuration.md</c>; <c>docs/seaworthy.schema.json</c> says the same to editors.</remarks>
public sealed partial class SettingsReader
{
    private const string Off = "off";
    private const string On = "on";

    private static readonly IReadOnlyList<string> Keys =
    [
        "extends",
        "gate",
        "rules",
        "areas",
        "paths",
        "scopes",
        "facts",
        "environments",
        "custom",
        "suppressions",
    ];
    private static readonly IReadOnlyList<string> SuppressionKeys = ["rule", "path", "subject", "fingerprint", "reason", "until"];

    private readonly SettingsWords words;
    private readonly List<Problem> problems = [];
    private readonly SettingsNodes nodes;

    private SettingsReader(SettingsWords words)
    {
        this.words = words;
        nodes = new SettingsNodes(problems);
    }

    public static SettingsFile Read(SourceFile file, SettingsWords words)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new SettingsReader(words).Read(file);
    }

    private SettingsFile Read(SourceFile file)
    {
        var tree = YamlParser.Parse(file);
        problems.AddRange(tree.Problems);
        if (tree.Documents.Count > 1)
        {
            nodes.Complain(ProblemKind.InvalidValue, "the configuration must be a single document, without '---'", tree.Documents[1].Span);
        }

        // A file of comments says nothing, and nothing wrong.
        var root = tree.Root is null or ScalarNode { IsNull: true } ? [] : nodes.Mapping(tree.Root, "the configuration");
        var known = root.Where(entry => nodes.IsKnown(entry, "key", Keys)).ToLookup(entry => entry.Key, StringComparer.Ordinal);
        var areas = known["areas"]
            .SelectMany(entry => nodes.Mapping(entry.Value, "areas"))
            .Select(Area)
            .ToLookup(area => area.Word, area => area.Name);
        return new SettingsFile(file, problems)
        {
            Packs = [.. known["extends"].SelectMany(Packs)],
            Gate = known["gate"].Select(entry => nodes.Word(entry.Value, "gate", words.Gates)).LastOrDefault(),
            Rules = [.. known["rules"].SelectMany(entry => nodes.Mapping(entry.Value, "rules")).Select(Rule).OfType<RuleSetting>()],
            AreasOff = [.. areas[Off]],
            AreasOn = [.. areas[On]],
            ExcludedPaths = [.. known["paths"].SelectMany(entry => nodes.Mapping(entry.Value, "paths")).SelectMany(Excluded)],
            Scopes = [.. known["scopes"].SelectMany(entry => nodes.Mapping(entry.Value, "scopes")).Select(Scope).OfType<DeclaredScope>()],
            Facts = new SettingsFacts(nodes, words).Read(known["facts"].SelectMany(entry => nodes.Mapping(entry.Value, "facts"))) with
            {
                Environments = new SettingsEnvironments(nodes).Read(
                    known["environments"].SelectMany(entry => nodes.Mapping(entry.Value, "environments"))
                ),
            },
            Custom =
            [
                .. known["custom"]
                    .SelectMany(entry => nodes.List(entry.Value, "custom"))
                    .Select(node => nodes.Glob(node, "the file of rules") is { } glob ? new Fact<PathGlob>(glob, node.Span) : null)
                    .OfType<Fact<PathGlob>>(),
            ],
            Suppressions =
            [
                .. known["suppressions"]
                    .SelectMany(entry => nodes.List(entry.Value, "suppressions"))
                    .Select(Suppression)
                    .OfType<DeclaredSuppression>(),
            ],
        };
    }

    private RuleSetting? Rule(NodeEntry entry)
    {
        if (!words.IsOfTool(entry.Key) && !nodes.IsKnown(entry, "rule", words.Rules))
        {
            return null;
        }

        if (entry.Value is not MappingNode { Pairs: { Count: > 0 } pairs })
        {
            if (entry.Value.Text is Off or On)
            {
                return new RuleSetting(entry.Key, Severity: null) { IsOn = entry.Value.Text == On };
            }

            nodes.Complain(ProblemKind.InvalidValue, $"{entry.Key} needs 'off', 'on' or 'severity: …' below it", entry.Span);
            return null;
        }

        string? severity = null;
        string? reason = null;
        foreach (var pair in pairs.Where(pair => nodes.IsKnown(pair, "key", ["severity", "reason"])))
        {
            severity = pair.Key == "severity" ? nodes.Word(pair.Value, "severity", [.. words.Severities, Off]) : severity;
            reason = pair.Key == "reason" ? OneLine(nodes.Text(pair.Value, "reason")) : reason;
        }

        if (entry.Value["severity"] is null && pairs.Any(pair => pair.Key == "reason"))
        {
            nodes.Complain(ProblemKind.InvalidValue, $"{entry.Key} lacks 'severity'", entry.Span);
        }

        return severity is null ? null : new RuleSetting(entry.Key, severity == Off ? null : severity) { Reason = reason };
    }

    private IEnumerable<string> Packs(NodeEntry entry) =>
        (entry.Value is SequenceNode ? entry.Value.Items : [entry.Value])
            .Select(node => nodes.Word(node, "a pack", words.Packs))
            .OfType<string>();

    private AreaWord Area(NodeEntry entry) =>
        nodes.IsKnown(entry, "area", words.Areas) && nodes.Word(entry.Value, entry.Key, [Off, On]) is { } word
            ? new AreaWord(entry.Key, word)
            : new AreaWord(entry.Key, null);

    private IEnumerable<PathGlob> Excluded(NodeEntry entry) =>
        nodes.IsKnown(entry, "key", ["exclude"])
            ? nodes.List(entry.Value, "exclude").Select(item => nodes.Glob(item, "the path")).OfType<PathGlob>()
            : [];

    private DeclaredScope? Scope(NodeEntry entry) =>
        nodes.IsKnown(entry, "scope", words.Scopes)
            ? new DeclaredScope(
                new Fact<string>(entry.Key, entry.Span),
                [.. nodes.List(entry.Value, entry.Key).Select(item => nodes.Glob(item, "the path")).OfType<PathGlob>()]
            )
            : null;

    private DeclaredSuppression? Suppression(Node node)
    {
        var entries = nodes.Mapping(node, "a suppression").Where(entry => nodes.IsKnown(entry, "key", SuppressionKeys)).ToList();
        foreach (var required in new[] { "rule", "reason" }.Where(key => node is MappingNode && node[key] is null))
        {
            nodes.Complain(ProblemKind.InvalidValue, $"the suppression lacks '{required}'", node.Span);
        }

        var rule = Value(entries, "rule", value => words.IsOfTool(value.Text ?? "") ? value.Text : nodes.Word(value, "rule", words.Rules));
        var reason = Value(entries, "reason", value => OneLine(nodes.Text(value, "reason")));
        DeclaredSuppression read = new(rule ?? "", reason ?? "", node.Span)
        {
            Path = Value(entries, "path", value => nodes.Glob(value, "the path")),
            Subject = Value(entries, "subject", value => nodes.Text(value, "subject")),
            Fingerprint = Value(entries, "fingerprint", Fingerprint),
            Until = entries.Find(entry => entry.Key == "until") is { } until ? nodes.Date(until.Value, "until") : null,
        };
        return rule is null || reason is null ? null : read;
    }

    // Reports have one line for it.
    private static string? OneLine(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string? Fingerprint(Node node)
    {
        if (nodes.Text(node, "fingerprint") is not { } text)
        {
            return null;
        }

        if (FindingId().IsMatch(text))
        {
            return text;
        }

        nodes.Complain(
            ProblemKind.InvalidValue,
            $"'{text}' is not a finding id: copy the 16 hexadecimal digits from the JSON report",
            node.Span
        );
        return null;
    }

    private static T? Value<T>(List<NodeEntry> entries, string key, Func<Node, T?> read)
        where T : class => entries.Find(entry => entry.Key == key) is { } entry ? read(entry.Value) : null;

    [GeneratedRegex("^[0-9a-f]{16}$", RegexOptions.None, 1000)]
    private static partial Regex FindingId();

    private sealed record AreaWord(string Name, string? Word);
}
