using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Reading.Readers.Settings;
using Seaworthy.Rules.Custom;
using Seaworthy.Tests.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.Engine.Configuring;

/// <summary>What the schema of own rules tells an editor is what the reader takes: by a table, and by rules put together at random.</summary>
public sealed class PolicySchemaTests
{
    private const int Made = 3000;

    private static readonly SchemaValidator Schema = new(JsonDocument.Parse(Written()).RootElement);

    [Theory]
    [InlineData("rules: []")]
    [InlineData("{}")]
    [InlineData("workload|require: {memory-limit: exists, digest-of: absent}", false)]
    [InlineData("workload|require: {memory-limit: exists, restart: absent}")]
    [InlineData("workload|require: {replicas: {at-least: 2, below: 10}}")]
    [InlineData("workload|require: {replicas: {at-least: '2', at-most: -1.5, above: 1e3}}")]
    [InlineData("workload|require: {replicas: 3}")]
    [InlineData("workload|require: {replicas: [3, 5]}")]
    [InlineData("workload|require: {one-shot: false}")]
    [InlineData("workload|require: {one-shot: 'false'}, outcome: warn")]
    [InlineData("workload|require: {user: {is: [root, 0], not: '1*'}}")]
    [InlineData("image|require: {any: [{tag: latest}, {not: {digest: exists}}]}, where: {all: [{base: true}]}")]
    [InlineData("port|require: {container: {not: [5432]}}, message: '{workload} publishes {container} as {published}'")]
    [InlineData("variable|require: {documented: '*.example'}, message: 'a } b {name} {'")]
    [InlineData("job|require: {calls: absent}, remedy: 'write ${{ x }} into {name}'")]
    [InlineData("step|require: {pinned: true}, message: 5")]
    [InlineData("rules:", false)]
    [InlineData("[]", false)]
    [InlineData("rule: []", false)]
    [InlineData("rules: {id: a}", false)]
    [InlineData("rules: [a]", false)]
    [InlineData("rules: [{id: a}]", false)]
    [InlineData("rules: [{id: Aa, title: a, area: scaling, severity: high, rationale: b, subject: job, require: {name: a}}]", false)]
    [InlineData("rules: [{id: -5, title: a, area: scaling, severity: high, rationale: b, subject: job, require: {name: a}}]", false)]
    [InlineData("rules: [{id: 2024, title: 5, area: scaling, severity: high, rationale: true, subject: job, require: {name: a}}]")]
    [InlineData("rules: [{id: a, title: ' ', area: scaling, severity: high, rationale: b, subject: job, require: {name: a}}]", false)]
    [InlineData("rules: [{id: a, title: a, area: ports, severity: high, rationale: b, subject: job, require: {name: a}}]", false)]
    [InlineData("rules: [{id: a, title: a, area: scaling, severity: off, rationale: b, subject: job, require: {name: a}}]", false)]
    [InlineData("rules: [{id: a, title: a, area: scaling, severity: low, rationale: [b], subject: job, require: {name: a}}]", false)]
    [InlineData("jobs|require: {name: a}", false)]
    [InlineData("job|require: {name: a}, wehre: {name: b}", false)]
    [InlineData("job|require: {name: a}, outcome: error", false)]
    [InlineData("job|require: {name: a}, outcome:", false)]
    [InlineData("job|require: {name: a}, where:", false)]
    [InlineData("job|require: {name: a}, where: {}", false)]
    [InlineData("job|require: {}", false)]
    [InlineData("job|require: name", false)]
    [InlineData("job|require: {name: }", false)]
    [InlineData("job|require: {name: {}}", false)]
    [InlineData("job|require: {name: []}", false)]
    [InlineData("job|require: {name: [a, {b: c}]}", false)]
    [InlineData("job|require: {name: [a, '']}", false)]
    [InlineData("job|require: {name: {is: []}}", false)]
    [InlineData("job|require: {name: {above: 3}}", false)]
    [InlineData("job|require: {memory-limit: exists}", false)]
    [InlineData("job|require: {timeout-minutes: {above: many}}", false)]
    [InlineData("job|require: {timeout-minutes: {above: '1,5'}}", false)]
    [InlineData("job|require: {timeout-minutes: {abov: 3}}", false)]
    [InlineData("job|require: {timeout-minutes: {above: true}}", false)]
    [InlineData("job|require: {any: []}", false)]
    [InlineData("job|require: {all: {name: a}}", false)]
    [InlineData("job|require: {any: [{}]}", false)]
    [InlineData("job|require: {not: [{name: a}]}", false)]
    [InlineData("job|require: {not: {image: a}}", false)]
    [InlineData("job|require: {name: a}, message: 'see {naem}'", false)]
    [InlineData("job|require: {name: a}, message: '{name} {}'", false)]
    [InlineData("job|require: {name: a}, message: '{{ name }}'", false)]
    [InlineData("job|require: {name: a}, message: ''", false)]
    public void Both_take_or_both_refuse(string text, bool isTaken = true)
    {
        var file = text.Split('|', 2) is [var subject, var rest] ? Rule(subject, rest) : text;

        Assert.Equal((isTaken, isTaken), (Faults(file).Count == 0, Complaints(file).Count == 0));
    }

    [Fact]
    public void Of_rules_put_together_at_random_both_say_the_same()
    {
        Random random = new(20260101);
        var files = Enumerable.Range(0, Made).Select(_ => Rule(Any(random, Subjects), $"require: {Condition(random, 0)}")).ToList();

        Assert.All(files, file => Assert.True(Faults(file).Count == 0 == (Complaints(file).Count == 0), file));
        Assert.InRange(files.Count(file => Faults(file).Count == 0), Made / 10, Made * 9 / 10);
    }

    [Fact]
    public void The_published_schema_takes_the_rules_of_the_document()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "custom-rules.md"));
        var start = document.IndexOf("# policy/rules.yaml", StringComparison.Ordinal);

        Assert.Empty(Complaints(document[start..document.IndexOf("```", start, StringComparison.Ordinal)]));
        Assert.Equal(Written(), File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "custom-rules.schema.json")));
    }

    private static IReadOnlyList<string> Subjects => [.. PolicyVocabulary.Subjects.Keys.Order(StringComparer.Ordinal)];

    private static string Condition(Random random, int depth)
    {
        IReadOnlyList<string> names = ["name", "name", "timeout-minutes", "workflow", "target", "environment", "replicas"];
        return random.Next(depth > 2 ? 7 : 9) switch
        {
            0 when random.Next(4) == 0 => "{}",
            7 => $"{{not: {Condition(random, depth + 1)}}}",
            8 => $"{{{(random.Next(2) == 0 ? "any" : "all")}: [{Condition(random, depth + 1)}, {Condition(random, depth + 1)}]}}",
            _ => $"{{{Any(random, names)}: {Test(random)}}}",
        };
    }

    private static string Test(Random random) =>
        random.Next(8) switch
        {
            0 => Any(random, ["exists", "absent"]),
            1 or 2 => Scalar(random),
            3 => $"[{Scalar(random)}, {Scalar(random)}]",
            4 => Any(random, ["[]", "{}", "", "{is: {a: b}}"]),
            5 => $"{{not: {Scalar(random)}}}",
            _ => $"{{{Any(random, ["above", "at-least", "below", "at-most", "is"])}: {Scalar(random)}}}",
        };

    private static string Scalar(Random random) => Any(random, ["5", "a", "'7'", "2.5", "true", "'*'", "x-*", "+3", "''"]);

    private static string Any(Random random, IReadOnlyList<string> words) => words[random.Next(words.Count)];

    private static string Rule(string subject, string rest) =>
        $"rules:\n- {{id: own, title: Own, area: scaling, severity: high, rationale: Because., subject: {subject}, {rest}}}\n";

    private static List<Problem> Faults(string text)
    {
        List<Problem> problems = [];
        _ = PolicyReader.Read(new SourceFile("own.yaml", text), SettingsVocabulary.All, PolicyVocabulary.Subjects, problems);
        return problems;
    }

    private static IReadOnlyList<string> Complaints(string text) =>
        Schema.Complaints(JsonSerializer.SerializeToElement(Json(YamlParser.Parse(new SourceFile("a.yaml", text)).Root)));

    private static string Written()
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        PolicySchema.Write(text);
        return text.ToString();
    }

    // As an editor sees it: a plain scalar that looks like a number or a truth value is one.
    private static JsonNode? Json(Node? node) =>
        node switch
        {
            MappingNode mapping => new JsonObject(mapping.Pairs.Select(pair => KeyValuePair.Create(pair.Key, Json(pair.Value)))),
            SequenceNode sequence => new JsonArray([.. sequence.Elements.Select(Json)]),
            ScalarNode { IsNull: false, IsQuoted: false, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
            ScalarNode { IsNull: false, IsQuoted: false } number
                when decimal.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => JsonValue.Create(
                value
            ),
            ScalarNode { IsNull: false } scalar => JsonValue.Create(scalar.Value),
            _ => null,
        };
}
