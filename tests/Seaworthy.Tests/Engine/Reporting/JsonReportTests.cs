using System.Text.Json;
using Seaworthy.Engine;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class JsonReportTests
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "report.schema.json")))
        .RootElement;

    [Fact]
    public void A_real_report_keeps_to_the_schema()
    {
        var report = Write([
            new(
                "compose.yaml",
                "services:\n  api:\n    image: a\n  api:\n    port: 1\n    environment:\n      DB_PASSWORD: hunter2hunter2\n"
            ),
            new(".env", "A=1\nA=2\nB\u0007\n"),
            new("Dockerfile", "\0"),
            new("odd\nname.sh", "if\n"),
        ]);

        Assert.NotEmpty(report.GetProperty("findings").EnumerateArray());
        Assert.NotEmpty(report.GetProperty("diagnostics").EnumerateArray());
        Assert.Empty(new SchemaValidator(Schema).Complaints(report));
        Assert.DoesNotContain("hunter2", report.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_about_nothing_keeps_to_the_schema()
    {
        Assert.Empty(new SchemaValidator(Schema).Complaints(Write([])));
    }

    [Fact]
    public void What_needs_mending_says_how_urgent_it_is_what_it_takes_and_what_it_wins()
    {
        var report = Write([new("compose.yaml", "services:\n  api:\n    image: a:1\n  api:\n    image: a:2\n")]);

        var findings = report.GetProperty("findings").EnumerateArray().ToLookup(finding => finding.GetProperty("outcome").GetString());
        var failed = Assert.Single(findings["fail"]);

        Assert.Equal(("P1", "minutes"), (failed.GetProperty("priority").GetString(), failed.GetProperty("effort").GetString()));
        Assert.Equal(0, failed.GetProperty("gain").GetProperty("total").GetDecimal());
        Assert.Equal([failed.GetProperty("id").GetString()], Strings(report.GetProperty("plan").GetProperty("blockers")));
        Assert.All(findings["pass"], passed => Assert.False(passed.TryGetProperty("priority", out _)));
    }

    [Fact]
    public void The_validator_sees_what_breaks_the_schema()
    {
        var broken = JsonDocument
            .Parse("""{ "schema": "x", "tool": { "name": "seaworthy" }, "findings": [{ "id": 1 }], "more": 1 }""")
            .RootElement;

        var complaints = new SchemaValidator(Schema).Complaints(broken);

        Assert.Contains("$ lacks 'rules'", complaints);
        Assert.Contains("$.tool lacks 'version'", complaints);
        Assert.Contains("$ has 'more', which the schema does not know", complaints);
        Assert.Contains("$.findings[0].id is no string", complaints);
    }

    [Fact]
    public void Every_word_that_a_report_can_hold_is_in_the_schema()
    {
        var definitions = Schema.GetProperty("$defs");
        Assert.Equal(Enum.GetValues<Area>().Select(Words.Of), Allowed(definitions, "area"));
        Assert.Equal(Enum.GetValues<Readiness>().Select(Words.Of), Allowed(definitions, "readiness"));
        Assert.Equal(Enum.GetValues<Effort>().Select(Words.Of), Allowed(definitions, "effort"));
        Assert.Equal(Enum.GetValues<Term>().Select(Words.Of), Allowed(definitions.GetProperty("phase").GetProperty("properties"), "term"));
        Assert.Equal(
            Enum.GetValues<DiagnosticKind>().Select(Words.Of),
            Allowed(definitions.GetProperty("diagnostic").GetProperty("properties"), "kind")
        );
    }

    private static IEnumerable<string?> Allowed(JsonElement definitions, string name) =>
        Strings(definitions.GetProperty(name).GetProperty("enum"));

    private static IEnumerable<string?> Strings(JsonElement words) => words.EnumerateArray().Select(word => word.GetString());

    private static JsonElement Write(IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        using MemoryStream output = new();
        JsonReport.Write(Audit.Run(repository), output);
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }
}
