using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Tests.Engine.Reporting;
using Seaworthy.Tests.Engine.Suppressing;
using Xunit;

namespace Seaworthy.Tests.Engine.Importing;

public sealed class ImporterTests
{
    private const string Token = "q7Rk2mZx9Lw4Vb8Nc6Td";

    private static readonly MemoryFile[] Tree =
    [
        new("api/Dockerfile", "FROM alpine:latest\nRUN apk add curl\nCOPY . /app\nUSER root\nCMD [\"sh\"]\n"),
        new("api/notes.txt", $"{Token}\nzone = {Token}\n"),
        new("compose.yaml", "services:\n  api:\n    build: ./api\n    restart: always\n"),
        new("package-lock.json", "{}\n"),
    ];

    [Fact]
    public void What_only_the_other_tool_found_is_a_finding_like_any_other()
    {
        var report = Run([
            Sarif.Of(
                "Hadolint",
                Sarif.Result("DL3018", "warning", "api/Dockerfile", 2),
                Sarif.Result("DL1001", "error", "api/Dockerfile", 3)
            ),
        ]);

        var warned = Finding(report, "hadolint/DL3018");
        Assert.Equal((Outcome.Warn, Severity.Medium, Area.Containers), (warned.Outcome, warned.Severity, warned.Rule.Area));
        Assert.Equal(("api/Dockerfile:2", "RUN apk add curl"), (warned.Primary.Span.ToString(), report.LineAt(warned.Primary.Span)));
        Assert.Equal(
            (Outcome.Fail, Severity.High),
            (Finding(report, "hadolint/DL1001").Outcome, Finding(report, "hadolint/DL1001").Severity)
        );
        Assert.NotEmpty(report.Blocking);
        Assert.Empty(Run([]).Blocking);
        Assert.Contains(report.Rules, rule => rule.Rule.Id == "hadolint/DL3018" && rule.Warned == 1);
        Assert.NotNull(report.Plan.Of(warned));
    }

    [Fact]
    public void It_counts_in_the_score()
    {
        Assert.True(
            Area(Run([Sarif.Of("Hadolint", Sarif.Result("DL1001", "error", "api/Dockerfile", 3))])) < Area(Run([])),
            "a fault more, and the score is the same"
        );

        static decimal? Area(Report report) => report.Score.Areas.First(area => area.Area == Seaworthy.Rules.Area.Containers).Value;
    }

    [Theory]
    [InlineData("Hadolint", "DL3007", 1, "containers/unpinned-image", "hadolint (DL3007)")]
    [InlineData("Trivy", "DS-0001", 1, "containers/unpinned-image", "trivy (DS-0001)")]
    [InlineData("Checkov", "CKV_DOCKER_7", 1, "containers/unpinned-image", "checkov (CKV_DOCKER_7)")]
    [InlineData("Hadolint", "DL3002", 4, "containers/root-user", "hadolint (DL3002)")]
    [InlineData("Trivy", "AVD-DS-0002", 1, "containers/root-user", "trivy (AVD-DS-0002)")]
    [InlineData("Semgrep OSS", "dockerfile.security.last-user-is-root.last-user-is-root", 4, "containers/root-user", "semgrep")]
    public void What_a_rule_told_already_is_told_once_with_the_name_of_the_other(
        string tool,
        string rule,
        int line,
        string own,
        string also
    )
    {
        var report = Run([Sarif.Of(tool, Sarif.Result(rule, "warning", "api/Dockerfile", line))]);

        Assert.DoesNotContain(report.Findings, finding => finding.Rule.Tool is not null);
        Assert.Contains($"Also found by {also}", Finding(report, own).Verdict.Message, StringComparison.Ordinal);
        Assert.Equal(["1 result imported, 1 of them reported already."], report.Told(DiagnosticKind.FindingsImported));
    }

    [Fact]
    public void The_same_meaning_in_another_line_or_file_is_another_finding()
    {
        var report = Run([
            Sarif.Of(
                "Hadolint",
                Sarif.Result("DL3007", "warning", "api/Dockerfile", 3),
                Sarif.Result("DL3002", "warning", "other/Dockerfile", 4)
            ),
        ]);

        Assert.Equal(2, report.Findings.Count(finding => finding.Rule.Tool == "hadolint"));
    }

    [Fact]
    public void Two_tools_that_mean_the_same_are_one_finding()
    {
        var report = Run([
            Sarif.Of("gitleaks", Sarif.Result("generic-api-key", "error", "api/notes.txt", 2)),
            Sarif.Of("TruffleHog", Sarif.Result("Generic", "error", "api/notes.txt", 2)),
            Sarif.Of("Trivy", Sarif.Result("CVE-2099-0001", "error", "package-lock.json", 1)),
            Sarif.Of("Grype", Sarif.Result("CVE-2099-0001", "error", "package-lock.json", 0)),
        ]);

        Assert.Equal(
            ["gitleaks/generic-api-key", "trivy/CVE-2099-0001"],
            report.Findings.Where(finding => finding.Rule.Tool is not null).Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal)
        );
        Assert.EndsWith(
            "Also found by trufflehog (Generic).",
            Finding(report, "gitleaks/generic-api-key").Verdict.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("api/Dockerfile")]
    [InlineData("./api/Dockerfile")]
    [InlineData("api/sub/../Dockerfile")]
    [InlineData("api%2FDockerfile")]
    [InlineData("api\\Dockerfile")]
    [InlineData("file:///home/runner/work/shop/shop/api/Dockerfile")]
    [InlineData("/github/workspace/api/Dockerfile")]
    [InlineData("file:///C:/work/shop/api/Dockerfile")]
    public void A_path_is_that_of_the_tree(string uri)
    {
        var report = Run([Sarif.Of("Hadolint", Sarif.Result("DL3018", "warning", uri, 2))]);

        Assert.Equal("api/Dockerfile:2", Finding(report, "hadolint/DL3018").Primary.Span.ToString());
    }

    [Theory]
    [InlineData("file:///home/somebody/secret-project/x.py", "x.py")]
    [InlineData("/etc/ssl/openssl.cnf", "openssl.cnf")]
    [InlineData("library/alpine", "library/alpine")]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("", "(no file)")]
    public void What_is_not_in_the_tree_is_named_without_the_directories_of_a_machine(string uri, string path)
    {
        var report = Run([Sarif.Of("Trivy", Sarif.Result("CVE-2099-0002", "error", uri, 3))]);

        Assert.Equal(path, Finding(report, "trivy/CVE-2099-0002").Primary.Span.ToString());
    }

    [Fact]
    public void A_base_that_the_run_declares_stands_in_front()
    {
        JsonObject bases = new()
        {
            ["SRCROOT"] = new JsonObject { ["uri"] = "file:///builds/shop/" },
            ["API"] = new JsonObject { ["uri"] = "api/", ["uriBaseId"] = "SRCROOT" },
        };
        var log = Sarif.Log(Sarif.File("Hadolint", [], [Sarif.Result("DL3018", "warning", "Dockerfile", 2, baseId: "API")], bases));

        Assert.Equal("api/Dockerfile:2", Finding(Run([log]), "hadolint/DL3018").Primary.Span.ToString());
    }

    [Theory]
    [InlineData("rules: {hadolint/DL3018: off}", null)]
    [InlineData("areas: {containers: off}", null)]
    [InlineData("paths: {exclude: [api]}", null)]
    [InlineData("rules: {hadolint/DL3018: {severity: critical}}", Severity.Critical)]
    public void The_configuration_holds_for_it(string settings, Severity? severity)
    {
        var report = Run([Sarif.Of("Hadolint", Sarif.Result("DL3018", "warning", "api/Dockerfile", 2))], settings);

        Assert.Equal(severity, report.Findings.FirstOrDefault(finding => finding.Rule.Id == "hadolint/DL3018")?.Severity);
    }

    [Fact]
    public void It_is_accepted_by_comment_and_by_configuration()
    {
        var file = new MemoryFile("script.txt", "# seaworthy: allow shellcheck/SC2086 words are meant to be split\necho $A\n");
        var report = Run(
            [
                Sarif.Of("ShellCheck", Sarif.Result("SC2086", "note", "script.txt", 2)),
                Sarif.Of("Hadolint", Sarif.Result("DL3018", "warning", "api/Dockerfile", 2)),
            ],
            "suppressions: [{rule: hadolint/DL3018, reason: the mirror keeps one version}]",
            file
        );

        Assert.Equal(
            ["hadolint/DL3018", "shellcheck/SC2086"],
            report.Suppressed.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal)
        );
        Assert.Empty(report.Told(DiagnosticKind.SuppressionInvalid));
    }

    [Fact]
    public void No_report_quotes_a_line_in_which_a_secret_was_found()
    {
        var report = Run([
            Sarif.Of(
                "gitleaks",
                Sarif.Result("generic-api-key", "error", "api/notes.txt", 1),
                Sarif.Result("generic-api-key", "error", "api/notes.txt", 2)
            ),
        ]);

        foreach (var write in new Action<Report, Stream>[] { JsonReport.Write, SarifReport.Write })
        {
            using MemoryStream output = new();
            write(report, output);
            Assert.DoesNotContain(Token, Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        }

        Assert.Equal(
            ["…", "zone …"],
            report.Findings.Where(finding => finding.Rule.Tool == "gitleaks").Select(finding => report.LineAt(finding.Primary.Span))
        );
    }

    [Fact]
    public void The_report_holds_to_its_schema_and_names_the_tool()
    {
        var report = Run([
            Sarif.Of("Bandit", Sarif.Result("B105:hardcoded password", "error", "api/notes.txt", 1)),
            Sarif.Of("Hadolint", Sarif.Result("DL3018", "note", "api/Dockerfile", 2)),
        ]);
        using MemoryStream output = new();
        JsonReport.Write(report, output);
        using var written = JsonDocument.Parse(output.ToArray());
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "report.schema.json")));

        Assert.Empty(new SchemaValidator(schema.RootElement).Complaints(written.RootElement));
        Assert.Contains(
            written.RootElement.GetProperty("findings").EnumerateArray(),
            finding =>
                finding.GetProperty("rule").GetString() == "sarif/bandit/B105:hardcoded-password"
                && finding.GetProperty("tool").GetString() == "bandit"
        );
    }

    [Fact]
    public void What_a_tool_calls_an_error_without_certainty_is_a_warning()
    {
        var report = Run([
            Sarif.Of("Checkov", Sarif.Result("CKV_K8S_40", "error", "k8s.yaml", 1)),
            Sarif.Of("kube-linter", Sarif.Result("no-anti-affinity", "error", "k8s.yaml", 0)),
        ]);

        Assert.All(report.Findings.Where(finding => finding.Rule.Tool is not null), finding => Assert.Equal(Outcome.Warn, finding.Outcome));
    }

    private static Finding Finding(Report report, string rule) =>
        Assert.Single(
            report.Findings,
            finding => finding.Rule.Id == rule && finding.Outcome is Outcome.Fail or Outcome.Warn && finding.Rule.Id == rule
        );

    private static Report Run(IReadOnlyList<ImportedLog> logs, string settings = "", params IEnumerable<MemoryFile> more)
    {
        using MemoryRepository repository = new([.. Tree, .. more, new("seaworthy.yaml", settings)]);
        var listing = repository.List();
        var read = SettingsReading.In(repository, listing.Tree);
        Assert.Empty(read.Faults);
        return Audit.Run(
            repository,
            new AuditOptions
            {
                Settings = read,
                Imports = logs,
                Today = Audited.Today,
                Listing = listing,
            }
        );
    }
}
