using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Policies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;

namespace Seaworthy.Reading.Readers.Settings;

/// <summary>Reads a file of rules that a team wrote for itself. What it does not understand is a problem with its place and what was probably meant.</summary>
/// <remarks>Source: <c>docs/custom-rules.md</c>.</remarks>
public sealed partial class PolicyReader
{
    private static readonly IReadOnlyList<string> Keys =
    [
        "id",
        "title",
        "area",
        "severity",
        "outcome",
        "subject",
        "where",
        "require",
        "message",
        "rationale",
        "remedy",
    ];

    private static readonly IReadOnlyList<string> Needed = ["id", "title", "area", "severity", "subject", "require", "rationale"];

    private readonly SettingsWords words;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<PolicyProperty>> subjects;
    private readonly SettingsNodes nodes;

    private PolicyReader(SettingsWords words, IReadOnlyDictionary<string, IReadOnlyList<PolicyProperty>> subjects, List<Problem> problems)
    {
        this.words = words;
        this.subjects = subjects;
        nodes = new SettingsNodes(problems);
    }

    /// <param name="file">The file of rules.</param>
    /// <param name="words">Areas and severities.</param>
    /// <param name="subjects">What can be asked of what.</param>
    /// <param name="problems">Receives the problems.</param>
    public static IReadOnlyList<PolicyRule> Read(
        SourceFile file,
        SettingsWords words,
        IReadOnlyDictionary<string, IReadOnlyList<PolicyProperty>> subjects,
        IList<Problem> problems
    )
    {
        ArgumentNullException.ThrowIfNull(problems);
        var tree = YamlParser.Parse(file);
        List<Problem> found = [.. tree.Problems];
        var rules = tree.Root is null ? [] : new PolicyReader(words, subjects, found).Rules(tree.Root);
        found.ForEach(problems.Add);
        return rules;
    }

    private IReadOnlyList<PolicyRule> Rules(Node root) =>
        [
            .. nodes
                .Mapping(root, "a file of rules")
                .Where(entry => nodes.IsKnown(entry, "key", ["rules"]))
                .SelectMany(entry => nodes.List(entry.Value, "rules"))
                .Select(Rule)
                .OfType<PolicyRule>(),
        ];

    private PolicyRule? Rule(Node node)
    {
        var entries = nodes.Mapping(node, "a rule").Where(entry => nodes.IsKnown(entry, "key", Keys)).ToList();
        var missing = node is MappingNode ? Needed.Where(key => node[key] is null).ToList() : [];
        foreach (var key in missing)
        {
            nodes.Complain(ProblemKind.InvalidValue, $"the rule lacks '{key}'", node.Span);
        }

        if (node is not MappingNode || missing.Count > 0)
        {
            return null;
        }

        var id = Text(entries, "id");
        if (id is not null && !Name().IsMatch(id))
        {
            nodes.Complain(
                ProblemKind.InvalidValue,
                $"'{id}' is not a rule id: use lower-case words with dashes",
                node["id"]?.Span ?? node.Span
            );
            id = null;
        }

        var subject = Word(entries, "subject", [.. subjects.Keys.Order(StringComparer.Ordinal)]);
        var area = Word(entries, "area", words.Areas);
        var severity = Word(entries, "severity", words.Severities);
        var outcome = node["outcome"] is null ? "fail" : Word(entries, "outcome", ["fail", "warn"]);
        if (subject is null || !subjects.TryGetValue(subject, out var properties))
        {
            return null;
        }

        var where = node["where"] is { } selecting ? Condition(selecting, properties, depth: 0) : null;
        var require = node["require"] is { } demanded ? Condition(demanded, properties, depth: 0) : null;
        var message = Text(entries, "message");
        Placeholders(message, node["message"], properties);
        return
            id is null
            || area is null
            || severity is null
            || outcome is null
            || require is null
            || (node["where"] is not null && where is null)
            ? null
            : new PolicyRule(id, subject, require, node.Span)
            {
                Title = Text(entries, "title") ?? id,
                Area = area,
                Severity = severity,
                Rationale = Text(entries, "rationale") ?? "",
                Message = message,
                Remedy = Text(entries, "remedy"),
                IsAdvice = outcome == "warn",
                Where = where,
            };
    }

    private void Placeholders(string? message, Node? node, IReadOnlyList<PolicyProperty> properties)
    {
        if (node is null)
        {
            return;
        }

        foreach (var name in Hole().Matches(message ?? "").Select(match => match.Groups[1].Value))
        {
            nodes.IsWord(name, "text in braces", [.. properties.Select(property => property.Name)], node.Span);
        }
    }

    private PolicyCondition? Condition(Node node, IReadOnlyList<PolicyProperty> properties, int depth)
    {
        const int Deepest = 8;
        if (depth > Deepest)
        {
            nodes.Complain(ProblemKind.InvalidValue, $"conditions may be nested at most {Deepest} deep", node.Span);
            return null;
        }

        IReadOnlyList<string> known = [.. properties.Select(property => property.Name), "all", "any", "not"];
        var entries = nodes.Mapping(node, "a condition");
        var parts = entries
            .Where(entry => nodes.IsKnown(entry, "property", known))
            .Select(entry =>
                entry.Key switch
                {
                    "all" => Parts(entry, properties, depth) is { } all ? new PolicyCondition.All(all) : null,
                    "any" => Parts(entry, properties, depth) is { } any ? new PolicyCondition.Any(any) : null,
                    "not" => Condition(entry.Value, properties, depth + 1) is { } part ? new PolicyCondition.Not(part) : null,
                    _ => Test(entry.Key, entry.Value, properties.First(property => property.Name == entry.Key)),
                }
            )
            .ToList();
        if (node is MappingNode && entries.Count == 0)
        {
            nodes.Complain(ProblemKind.InvalidValue, "a condition needs a property", node.Span);
        }

        return parts.Count == 0 || parts.Count < entries.Count || parts.Contains(null)
            ? null
            : new PolicyCondition.All([.. parts.OfType<PolicyCondition>()]);
    }

    private List<PolicyCondition>? Parts(NodeEntry entry, IReadOnlyList<PolicyProperty> properties, int depth)
    {
        var parts = nodes.List(entry.Value, entry.Key).Select(item => Condition(item, properties, depth + 1)).ToList();
        if (parts.Count == 0 && entry.Value is SequenceNode)
        {
            nodes.Complain(ProblemKind.InvalidValue, $"{entry.Key} needs a condition", entry.Value.Span);
        }

        return parts.Count == 0 || parts.Contains(null) ? null : [.. parts.OfType<PolicyCondition>()];
    }

    private PolicyCondition? Test(string name, Node node, PolicyProperty property) =>
        node switch
        {
            MappingNode { Pairs.Count: > 0 } => Tests(name, node, property),
            _ when node.Text is "exists" or "absent" => new PolicyCondition.Exists(name, node.Text == "exists"),
            _ => Patterns(name, node),
        };

    private PolicyCondition? Tests(string name, Node node, PolicyProperty property)
    {
        List<PolicyCondition?> tests = [];
        foreach (
            var entry in node.Entries.Where(entry => nodes.IsKnown(entry, "test", ["is", "not", "above", "below", "at-least", "at-most"]))
        )
        {
            tests.Add(
                entry.Key switch
                {
                    "is" => Patterns(name, entry.Value),
                    "not" => Patterns(name, entry.Value) is { } patterns ? new PolicyCondition.Not(patterns) : null,
                    "above" or "at-least" => Number(entry, property) is { } from
                        ? new PolicyCondition.Within(name, from, null, entry.Key == "above")
                        : null,
                    _ => Number(entry, property) is { } to ? new PolicyCondition.Within(name, null, to, entry.Key == "below") : null,
                }
            );
        }

        return tests.Count < node.Entries.Count || tests.Contains(null)
            ? null
            : new PolicyCondition.All([.. tests.OfType<PolicyCondition>()]);
    }

    private PolicyCondition.Matches? Patterns(string name, Node node)
    {
        var items = node is SequenceNode ? node.Items : [node];
        var texts = items.Select(item => nodes.Text(item, name)).ToList();
        if (texts.Count == 0)
        {
            nodes.Complain(ProblemKind.InvalidValue, $"{name} needs a text", node.Span);
        }

        return texts.Count == 0 || texts.Contains(null)
            ? null
            : new PolicyCondition.Matches(name, [.. texts.OfType<string>().Select(text => new StarPattern(text))]);
    }

    private decimal? Number(NodeEntry entry, PolicyProperty property)
    {
        if (!property.IsNumber)
        {
            nodes.Complain(ProblemKind.InvalidValue, $"{property.Name} is not a number, so '{entry.Key}' does not apply", entry.KeySpan);
            return null;
        }

        if (
            decimal.TryParse(
                entry.Value.Text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }

        nodes.Complain(ProblemKind.InvalidValue, $"{entry.Key} needs a number", entry.Value.Span);
        return null;
    }

    private string? Text(List<NodeEntry> entries, string key) =>
        entries.Find(entry => entry.Key == key) is { } entry && nodes.Text(entry.Value, key) is { } text
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;

    private string? Word(List<NodeEntry> entries, string key, IReadOnlyList<string> known) =>
        entries.Find(entry => entry.Key == key) is { } entry ? nodes.Word(entry.Value, key, known) : null;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
