using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed partial class SarifReportTests
{
    private static readonly SchemaValidator Schema = new(
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests/Seaworthy.Tests/Engine/Reporting/Schemas/sarif-2.1.0.json")))
            .RootElement
    );

    private static readonly JsonElement Sample = Parse(ReportSample.Report);

    private static JsonElement Run => Sample.GetProperty("runs")[0];

    private static IEnumerable<JsonElement> Results => Run.GetProperty("results").EnumerateArray();

    [Fact]
    public void The_sample_is_as_it_was_last_read() => Snapshot.Matches("sample.sarif", Write(ReportSample.Report));

    [Fact]
    public void It_keeps_to_the_published_schema()
    {
        using DirectoryRepository shop = new(Path.Combine(RepositoryRoot.Path, "examples", "shop"));
        using MemoryRepository nothing = new([]);

        Assert.Empty(Schema.Complaints(Sample));
        Assert.Empty(Schema.Complaints(Parse(Audit.Run(shop))));
        Assert.Empty(Schema.Complaints(Parse(Audit.Run(nothing))));
    }

    [Theory]
    [InlineData("""{ "version": "2.1.0" }""", "$ lacks 'runs'")]
    [InlineData("""{ "version": "2.0.0", "runs": [] }""", "$.version: 2.0.0 is none of the words allowed")]
    [InlineData(
        """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "a", "rules": [{ "id": 1 }] } } }] }""",
        "$.runs[0].tool.driver.rules[0].id is no string"
    )]
    [InlineData(
        """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "a" } }, "results": [{ "message": {} }] }] }""",
        "$.runs[0].results[0].message keeps to none of the alternatives"
    )]
    public void The_schema_would_complain(string sarif, string complaint) =>
        Assert.Contains(complaint, Schema.Complaints(JsonDocument.Parse(sarif).RootElement));

    [Fact]
    public void Failures_and_warnings_are_results_doubts_are_open_and_what_holds_is_left_out() =>
        Assert.Equal(
            [
                ("secrets/shown", "fail", "error"),
                ("secrets/shown", "fail", "warning"),
                ("ports/wrong-port", "fail", "error"),
                ("ports/wrong-port", "fail", "warning"),
                ("ports/wrong-port", "open", "none"),
                ("ports/wrong-port", "fail", "note"),
            ],
            Results.Select(result => (Text(result, "ruleId"), Text(result, "kind"), Text(result, "level")))
        );

    [Fact]
    public void Results_point_to_their_rule_and_rules_without_a_subject_are_left_out()
    {
        var rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(["ports/wrong-port", "secrets/shown", "files/crash"], rules.Select(rule => Text(rule, "id")));
        Assert.All(Results, result => Assert.Equal(Text(result, "ruleId"), Text(rules[result.GetProperty("ruleIndex").GetInt32()], "id")));
    }

    [Fact]
    public void Columns_are_counted_in_utf16_code_units()
    {
        var region = Place(Results.Single(result => Message(result) == "Behind a ship.")).GetProperty("region");
        var line = "NAME='⚓ 🚢' PORT=3000";

        Assert.Equal("utf16CodeUnits", Text(Run, "columnKind"));
        Assert.Equal(3, region.GetProperty("startLine").GetInt32());
        Assert.Equal(
            "🚢' PORT=3000",
            line[(region.GetProperty("startColumn").GetInt32() - 1)..(region.GetProperty("endColumn").GetInt32() - 1)]
        );
    }

    [Fact]
    public void What_GitHub_demands_of_an_upload_is_there()
    {
        using DirectoryRepository shop = new(Path.Combine(RepositoryRoot.Path, "examples", "shop"));
        var run = Parse(Audit.Run(shop)).GetProperty("runs")[0];

        foreach (var result in run.GetProperty("results").EnumerateArray().Concat(Results))
        {
            var place = Place(result);
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() > 0);
            var uri = Text(place.GetProperty("artifactLocation"), "uri");
            Assert.True(Uri.TryCreate(uri, UriKind.Relative, out _), uri);
            Assert.DoesNotContain(uri, letter => letter is ':' or ' ' or '\\' or '%' && !char.IsAscii(letter));
            Assert.False(uri.StartsWith('/'), uri);
            Assert.Matches("^[0-9a-f]{16}$", Text(result.GetProperty("partialFingerprints"), "seaworthy/v1"));
        }

        foreach (var rule in run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray())
        {
            var properties = rule.GetProperty("properties");
            var isSecurity = properties.GetProperty("tags").EnumerateArray().Any(tag => tag.GetString() == "security");
            Assert.Equal(isSecurity, properties.TryGetProperty("security-severity", out var score));
            Assert.True(!isSecurity || score.GetString() is "9.5" or "8.0" or "5.5" or "2.0");
            Assert.InRange(Text(rule.GetProperty("fullDescription"), "text").Length, 1, 1024);
        }
    }

    [Fact]
    public void Paths_are_escaped_as_uris()
    {
        var uris = Results.Select(result => Text(Place(result).GetProperty("artifactLocation"), "uri")).Distinct();

        Assert.Equal(
            [".env", "a%3Ab%5D%5D%3E%2Cc%25%0A%3A%3Aerror%3A%3A%1B%5B31m%22d/.env", "compose.yaml"],
            uris.Order(StringComparer.Ordinal)
        );
        Assert.Contains("my%20dir/%C3%BCn%C3%AFcode.env", Sample.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_is_in_it_and_nothing_that_a_viewer_takes_for_its_own()
    {
        var text = Sample.GetRawText();

        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, letter => letter is '\u001b' or '\u202e');
        Assert.All(Results, result => Assert.DoesNotMatch(@"\]\(|(^|[^{])\{0\}([^}]|$)", Links().Replace(Message(result), "")));
    }

    [Fact]
    public void The_message_links_every_other_place()
    {
        var result = Results.First(result => Message(result).Contains("compose leads to 8000", StringComparison.Ordinal));

        Assert.EndsWith(" See [compose.yaml:3](1), [my dir/ünïcode.env:1](2).", Message(result), StringComparison.Ordinal);
        Assert.Equal([1, 2], result.GetProperty("relatedLocations").EnumerateArray().Select(place => place.GetProperty("id").GetInt32()));
    }

    [Fact]
    public void Every_rule_is_explained_in_prose_without_its_examples() =>
        Assert.All(
            AllRules.List,
            rule =>
            {
                var prose = RuleProse.Of(rule.Info);
                Assert.Equal(
                    ["What it finds", "Why it matters", "References"],
                    prose.Select(section => section.Heading).Where(heading => heading != "What it does not judge")
                );
                Assert.DoesNotContain('⟵', string.Concat(prose.Select(section => section.Text)));
                Assert.DoesNotContain("```", string.Concat(prose.Select(section => section.Text)), StringComparison.Ordinal);
            }
        );

    [Fact]
    public void What_could_not_be_done_is_a_notification()
    {
        var invocation = Run.GetProperty("invocations")[0];

        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        var notification = Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Equal("rule-crashed", Text(notification.GetProperty("descriptor"), "id"));
        Assert.False(Run.GetProperty("tool").GetProperty("driver").TryGetProperty("notifications", out _));
    }

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static string Message(JsonElement result) => Text(result.GetProperty("message"), "text");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static JsonElement Parse(Report report) => JsonDocument.Parse(Write(report)).RootElement;

    private static string Write(Report report)
    {
        using MemoryStream output = new();
        SarifReport.Write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [GeneratedRegex(@" See (\[[^\]]+\]\([0-9]+\)(, )?)+\.$")]
    private static partial Regex Links();
}
