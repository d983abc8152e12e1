using Seaworthy.Engine;
using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine;

public sealed class AuditTests
{
    private static readonly LineRule FailsOnBad = new(
        "test/bad",
        text => text.StartsWith("BAD", StringComparison.Ordinal) ? Outcome.Fail : null
    );

    [Fact]
    public void A_finding_keeps_its_id_when_its_line_moves_and_is_indented_anew()
    {
        var before = Assert.Single(Run("BAD=1\n", FailsOnBad).Findings).Id;
        var after = Assert.Single(Run("# a\n\nA=2\nBAD=1\n", FailsOnBad).Findings).Id;
        var other = Assert.Single(Run("BAD=2\n", FailsOnBad).Findings).Id;

        Assert.Equal(before, after);
        Assert.NotEqual(before, other);
    }

    [Fact]
    public void Findings_that_read_the_same_have_ids_of_their_own()
    {
        var report = Run("BAD=1\nBAD=1\n", FailsOnBad);

        Assert.Equal(2, report.Findings.Select(finding => finding.Id).Distinct().Count());
    }

    [Fact]
    public void What_one_rule_says_of_one_place_for_several_subjects_is_told_once()
    {
        var report = Run("A\nB\nBAD=1\n", new TwiceRule());

        var finding = Assert.Single(report.Findings);
        Assert.Equal("production, staging", finding.Verdict.Subject);
        Assert.Equal([0, 2, 4], finding.Verdict.Locations.Select(location => location.Span.Start));
    }

    [Fact]
    public void Of_a_compose_file_that_breaks_off_only_what_is_written_is_certain()
    {
        using MemoryRepository repository = new([
            new MemoryFile(
                "compose.yaml",
                """
                services:
                  api:
                    image: alpine:3.22
                    volumes: ["./absent.conf:/etc/app.conf"]
                    depends_on:
                      db:
                        condition: service_healthy
                  db:
                    image: postgres:17
                    environment:
                      POSTGRES_USER: ${USER:?ERROR: not set}
                    healthcheck:
                      test: pg_isready
                """
            ),
        ]);

        var report = Audit.Run(repository);

        Assert.Equal(
            ["files/invalid-file", "orchestration/bind-source-missing"],
            report.With(Outcome.Fail).Select(finding => finding.Rule.Id)
        );
        Assert.Contains(
            report.With(Outcome.Unknown),
            finding => finding.Verdict.Adjustments.Any(adjustment => adjustment.By == "broken file")
        );
    }

    [Fact]
    public void A_compose_file_that_no_command_loads_alone_may_be_loaded_with_others()
    {
        using MemoryRepository repository = new([
            new MemoryFile("compose.yaml", "services:\n  db:\n    image: postgres:17\n    networks: [back]\n"),
            new MemoryFile("services/api.yml", "services:\n  api:\n    image: alpine:3.22\n    networks: [front]\n"),
        ]);

        var undeclared = Audit.Run(repository).Findings.Where(finding => finding.Rule.Id == "orchestration/undeclared-name");

        Assert.Equal(
            [("compose.yaml", Severity.Critical), ("services/api.yml", Severity.Low)],
            undeclared.Select(PlaceAndSeverity).Order()
        );

        static (string Path, Severity Severity) PlaceAndSeverity(Finding finding) => (finding.Primary.Span.File.Path, finding.Severity);
    }

    [Fact]
    public void A_rule_that_crashes_costs_its_verdicts_and_nothing_else()
    {
        LineRule crashing = new("test/crashing", _ => throw new InvalidOperationException("boom"));

        var report = Run("BAD=1\n", crashing, FailsOnBad);

        Assert.Single(report.Findings);
        Assert.True(report.IsIncomplete);
        Assert.Equal(DiagnosticKind.RuleCrashed, Assert.Single(report.Diagnostics).Kind);
        Assert.True(report.Rules[0] is { Crashed: true, IsNotApplicable: false });
    }

    [Fact]
    public void Rules_are_counted_and_what_had_nothing_to_judge_is_said_so()
    {
        LineRule mixed = new("test/mixed", text => Enum.TryParse<Outcome>(text.Split('=')[0], out var outcome) ? outcome : null);
        LineRule silent = new("test/silent", _ => null);

        var report = Run("Fail=1\nWarn=1\nWarn=2\nPass=1\nUnknown=1\n", mixed, silent);

        Assert.Equal(
            (1, 2, 1, 1, false),
            (
                report.Rules[0].Failed,
                report.Rules[0].Warned,
                report.Rules[0].Passed,
                report.Rules[0].Unknown,
                report.Rules[0].IsNotApplicable
            )
        );
        Assert.True(report.Rules[1].IsNotApplicable);
    }

    [Fact]
    public void The_gravest_come_first_whatever_order_rules_have()
    {
        LineRule grave = new("test/grave", text => text.StartsWith('B') ? Outcome.Fail : null, Severity.Critical);

        Assert.Equal(["test/grave", "test/bad"], Run("BAD=1\n", FailsOnBad, grave).Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_rule_finds_the_links_that_it_brings_along()
    {
        Assert.Equal("told 2", Assert.Single(Run("A=1\nB=2\n", new RuleWithRelation()).Findings).Verdict.Message);
    }

    private static Report Run(string text, params IReadOnlyList<Rule> rules)
    {
        using MemoryRepository repository = new([new MemoryFile(".env", text)]);
        return Audit.Run(repository, rules);
    }

    private sealed class RuleWithRelation : Rule
    {
        public override RuleInfo Info => FailsOnBad.Info;

        public override IReadOnlyList<Relation> Relations =>
            [new Relation<EnvEntry>(deployment => [.. deployment.Of<EnvFile>().SelectMany(file => file.Entries)])];

        public override IEnumerable<Verdict> Judge(Deployment deployment) =>
            [Verdict.Of(Info, Outcome.Fail, deployment.Artifacts[0].File.Whole, $"told {deployment.All<EnvEntry>().Count}")];
    }

    private sealed class TwiceRule : Rule
    {
        public override RuleInfo Info => FailsOnBad.Info;

        public override IEnumerable<Verdict> Judge(Deployment deployment)
        {
            var file = deployment.Artifacts[0].File;
            foreach (var (subject, at) in new[] { ("staging", 4), ("production", 2) })
            {
                yield return Verdict
                    .Of(Info, Outcome.Fail, new SourceSpan(file, 0, 3), $"Wrong for {subject}.")
                    .Related(new SourceSpan(file, at, 1)) with
                {
                    Subject = subject,
                };
            }
        }
    }
}
