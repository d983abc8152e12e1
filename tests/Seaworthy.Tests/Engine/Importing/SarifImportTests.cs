using System.Text;
using System.Text.Json.Nodes;
using Seaworthy.Engine.Importing;
using Xunit;

namespace Seaworthy.Tests.Engine.Importing;

public sealed class SarifImportTests
{
    [Theory]
    [InlineData("", "it is no JSON (line 1)")]
    [InlineData("{\n\"runs\": [", "it is no JSON (line 2)")]
    [InlineData("[]", "it is no SARIF: it has no list \"runs\"")]
    [InlineData("{\"version\": \"2.1.0\"}", "it is no SARIF: it has no list \"runs\"")]
    [InlineData("{\"version\": \"2.1.0\", \"runs\": {}}", "it is no SARIF: it has no list \"runs\"")]
    [InlineData("{\"version\": \"1.0.0\", \"runs\": []}", "its \"version\" is '1.0.0', and 2.1.0 is read")]
    public void What_is_no_SARIF_is_refused_with_the_reason(string text, string reason)
    {
        Assert.Null(SarifImport.Read("a", Encoding.UTF8.GetBytes(text), out var fault));
        Assert.Equal(reason, fault);
    }

    [Theory]
    [InlineData("[7, null, \"x\", []]")]
    [InlineData(
        "[{\"tool\": 7, \"results\": [7, {}, {\"ruleId\": 7}, {\"ruleId\": \"A\", \"locations\": [7, {\"physicalLocation\": []}]}]}]"
    )]
    [InlineData(
        "[{\"tool\": {\"driver\": {\"rules\": [7, {\"id\": []}]}}, \"results\": [{\"ruleIndex\": -1, \"ruleId\": \"A\", \"rule\": {\"index\": 99}}]}]"
    )]
    [InlineData(
        "[{\"originalUriBaseIds\": {\"A\": {\"uri\": \"a/\", \"uriBaseId\": \"A\"}}, \"results\": [{\"ruleId\": \"A\", \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"b\", \"uriBaseId\": \"A\"}, \"region\": {\"startLine\": -7, \"endLine\": 1e99}}}]}]}]"
    )]
    public void What_is_malformed_inside_throws_nothing(string runs)
    {
        var log = Sarif.Log($"{{\"version\": \"2.1.0\", \"runs\": {runs}}}");

        Assert.InRange(log.Count, 0, 1);
    }

    [Fact]
    public void A_nest_without_end_is_refused()
    {
        Assert.Null(SarifImport.Read("a", Encoding.UTF8.GetBytes(new string('[', 1_000_000)), out var fault));
        Assert.Equal("it is no JSON (line 1)", fault);
    }

    [Fact]
    public void Only_so_many_results_are_read_and_none_is_long()
    {
        var many = Enumerable.Range(0, SarifImport.MostResults + 5).Select(at => Sarif.Result($"R{at}", "note", "a", 1, message: "x"));
        var log = Sarif.Log(Sarif.File("Hadolint", [], [.. many, Sarif.Result("L", "note", "a", 1, message: new string('x', 9_000))]));

        Assert.Equal((SarifImport.MostResults, 6), (log.Count, log.TooMany));
        Assert.Equal(
            1_001,
            Sarif.Of("Hadolint", Sarif.Result("L", "note", "a", 1, message: new string('x', 9_000))).Results[0].Message.Length
        );
    }

    [Theory]
    [InlineData("Hadolint", "DL3006", "hadolint/DL3006")]
    [InlineData("GitHub Actions lint", "expression", "actionlint/expression")]
    [InlineData("Semgrep OSS", "dockerfile.security.missing-user", "semgrep/dockerfile.security.missing-user")]
    [InlineData("zizmor", "zizmor/unpinned-uses", "zizmor/unpinned-uses")]
    [InlineData("Trivy", "DS-0002", "trivy/DS-0002")]
    [InlineData("Bandit", "B101", "sarif/bandit/B101")]
    [InlineData("My <Tool>", "a b\u001b[31m", "sarif/my--tool-/a-b--31m")]
    public void A_tool_is_known_by_the_name_that_it_gives_itself(string driver, string rule, string id)
    {
        var result = Assert.Single(Sarif.Of(driver, Sarif.Result(rule, "error", "a", 1)).Results);

        Assert.Equal(id, $"{result.Tool}/{result.Rule}");
    }

    [Fact]
    public void Level_words_and_severity_come_from_the_rule_where_the_result_has_none()
    {
        JsonObject rule = new()
        {
            ["id"] = "CVE-2099-0001",
            ["shortDescription"] = new JsonObject { ["text"] = "tar: writes\n outside" },
            ["helpUri"] = "https://example.com/CVE-2099-0001",
            ["defaultConfiguration"] = new JsonObject { ["level"] = "error" },
            ["properties"] = new JsonObject { ["security-severity"] = "9.8" },
            ["messageStrings"] = new JsonObject { ["default"] = new JsonObject { ["text"] = "{0} is old" } },
        };
        var result = Sarif.Result("CVE-2099-0001", "", "package-lock.json", 1);
        result.Remove("level");
        result["message"] = new JsonObject { ["id"] = "default", ["arguments"] = new JsonArray("tar") };

        var read = Assert.Single(Sarif.Log(Sarif.File("Trivy", [rule], [result])).Results);

        Assert.Equal(
            ("error", "tar is old", "tar: writes outside", 9.8, "https://example.com/CVE-2099-0001"),
            (read.Level, read.Message, read.Title, read.SecuritySeverity, read.HelpUri)
        );
    }

    [Fact]
    public void What_passes_is_gone_or_is_accepted_there_is_no_finding()
    {
        var passes = Sarif.Result("A", "none", "a", 1);
        var open = Sarif.Result("B", "error", "a", 1);
        open["kind"] = "pass";
        var gone = Sarif.Result("C", "error", "a", 1);
        gone["baselineState"] = "absent";
        var accepted = Sarif.Result("D", "error", "a", 1);
        accepted["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource" });
        var refused = Sarif.Result("E", "error", "a", 1);
        refused["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["status"] = "rejected" });

        var log = Sarif.Of("Checkov", passes, open, gone, accepted, refused);

        Assert.Equal(["E"], log.Results.Select(result => result.Rule));
        Assert.Equal(1, log.Accepted);
    }
}
