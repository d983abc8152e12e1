using System.Text.Json;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Grouping;

public sealed class RootCausesTests
{
    private static readonly MemoryFile One = new("one/Dockerfile", "FROM node:14-alpine\nCOPY . .\nCMD [\"node\", \"a.js\"]\n");
    private static readonly MemoryFile Other = new("other/Dockerfile", "FROM node:14-alpine\nCOPY . .\nCMD [\"node\", \"b.js\"]\n");

    // Published, and asked by the health check, on 3000; the program listens on 8000.
    private static readonly IReadOnlyList<MemoryFile> Drifted =
    [
        new(
            "compose.yaml",
            """
            services:
              api:
                build: .
                ports: ["3000:3000"]
                healthcheck: {test: [CMD, curl, -f, "http://localhost:3000/"]}
            """
        ),
        new("Dockerfile", "FROM python:3.13\nCOPY . .\nCMD [\"uvicorn\", \"main:app\", \"--host\", \"0.0.0.0\", \"--port\", \"8000\"]\n"),
        new("requirements.txt", "fastapi\nuvicorn\n"),
        new("main.py", "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef root(): return 1\n"),
    ];

    [Fact]
    public void What_a_rule_says_in_the_same_words_of_two_places_is_one_thing_to_mend()
    {
        var report = Audited(One, Other);

        var causes = report.Causes.All.Where(cause => cause.Lead.Rule.Id == "containers/end-of-life-image").ToList();

        Assert.Equal(["other/Dockerfile:1"], Assert.Single(causes).Alike.Select(finding => finding.Primary.Span.ToString()));
    }

    [Fact]
    public void The_remedy_of_the_one_that_is_told_names_the_places_of_the_others()
    {
        var report = Audited(One, Other);

        var cause = report.Causes.All.First(cause => cause.Lead.Rule.Id == "containers/end-of-life-image");

        Assert.EndsWith(" Do the same in other/Dockerfile:1.", cause.Lead.Verdict.Remediation, StringComparison.Ordinal);
        Assert.Contains(cause.Lead, report.Findings);
    }

    [Fact]
    public void Another_value_is_another_thing_to_mend()
    {
        var report = Audited(One, new MemoryFile(Other.Path, Other.Text.Replace("14", "16", StringComparison.Ordinal)));

        Assert.Equal(2, report.Causes.All.Count(cause => cause.Lead.Rule.Id == "containers/end-of-life-image"));
    }

    [Fact]
    public void What_one_change_mends_is_folded_under_the_gravest()
    {
        var report = Audited([.. Drifted]);

        var drift = Assert.Single(report.Causes.All, cause => cause.Consequences.Count > 0);

        Assert.Equal("ports/published-port-not-listened", drift.Lead.Rule.Id);
        Assert.Equal(["ports/probe-port-not-listened"], drift.Consequences.Select(finding => finding.Rule.Id));
        Assert.Equal(report.With(Outcome.Fail).Count() - 1, report.Causes.Count(Outcome.Fail));
    }

    [Fact]
    public void Every_finding_that_does_not_hold_is_told_once()
    {
        var report = Audited([One, Other, .. Drifted]);

        var told = report.Causes.All.SelectMany(cause => cause.All).ToList();

        Assert.Equal(
            report.Findings.Where(finding => finding.Outcome != Outcome.Pass).Select(finding => finding.Id).Order(),
            told.Select(finding => finding.Id).Order()
        );
        Assert.All(report.With(Outcome.Pass), finding => Assert.Null(report.Causes.Of(finding)));
    }

    [Fact]
    public void Json_names_the_cause_and_what_comes_of_it()
    {
        using MemoryStream stream = new();
        var report = Audited([One, Other, .. Drifted]);
        JsonReport.Write(report, stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var findings = json
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .ToDictionary(finding => finding.GetProperty("id").GetString() ?? "");

        var probe = findings.Values.Single(finding => finding.GetProperty("rule").GetString() == "ports/probe-port-not-listened");
        var cause = findings[probe.GetProperty("cause").GetString() ?? ""];

        Assert.Equal("consequence", probe.GetProperty("tie").GetString());
        Assert.Equal("ports/published-port-not-listened", cause.GetProperty("rule").GetString());
        Assert.Equal(
            [probe.GetProperty("id").GetString()],
            cause.GetProperty("consequences").EnumerateArray().Select(id => id.GetString())
        );
        Assert.Contains(findings.Values, finding => finding.TryGetProperty("tie", out var tie) && tie.GetString() == "same");
        Assert.Equal(
            report.Causes.Count(Outcome.Fail) + report.Causes.Count(Outcome.Warn),
            json.RootElement.GetProperty("summary").GetProperty("causes").GetInt32()
        );
    }

    [Fact]
    public void Markdown_tells_a_cause_once_with_all_its_places()
    {
        using StringWriter output = new();
        MarkdownReport.Write(Audited([One, Other, .. Drifted]), output);
        var text = output.ToString();

        Assert.Contains("- **The same in:**\n  - `other/Dockerfile:1`: ", text, StringComparison.Ordinal);
        Assert.Contains("- **Because of it, also:**\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("### FAIL: " + ProbeTitle, text, StringComparison.Ordinal);
        Assert.Single(
            text.Split('\n'),
            line =>
                line.StartsWith("- [ ] End-of-life image", StringComparison.Ordinal)
                && line.Contains(" and 1 more (`one/Dockerfile:1`)", StringComparison.Ordinal)
        );
    }

    private static string ProbeTitle => AllRules.List.Single(rule => rule.Info.Id == "ports/probe-port-not-listened").Info.Title;

    private static Report Audited(params IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        return Audit.Run(repository);
    }
}
