using System.Globalization;
using Seaworthy.Engine;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Tests.Engine.Scoring;

/// <summary>Findings of made-up rules, for tests of what is reckoned from them.</summary>
internal static class ScoreSample
{
    private static readonly SourceFile File = new("compose.yaml", "services:\n");

    public static RuleInfo Rule(string id, Area area, Severity severity) =>
        new()
        {
            Id = id,
            Title = "Title",
            Area = area,
            Severity = severity,
            Rationale = "Somebody is harmed.",
            Holds = "It holds.",
        };

    /// <summary>What one rule says of its subjects, one outcome for each.</summary>
    public static IEnumerable<Finding> Says(RuleInfo rule, params IEnumerable<Outcome> outcomes) =>
        outcomes.Select((outcome, index) => Says(rule, index, outcome, rule.Severity));

    public static Finding Says(RuleInfo rule, int subject, Outcome outcome, Severity severity) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{rule.Id}:{subject}"),
            Verdict.Of(rule, outcome, File.Whole, "It says so.").As(severity)
        );

    /// <summary>Areas with so much that holds in them that there is a total, whatever else is.</summary>
    public static IEnumerable<Finding> Ground =>
        from area in (Area[])[Area.Configuration, Area.Pipelines, Area.Migrations]
        from number in Enumerable.Range(1, 4)
        from finding in Says(Rule($"ground/{area}-{number}", area, Severity.Critical), Outcome.Pass, Outcome.Pass)
        select finding;

    public static Scorecard Card(IReadOnlyList<Finding> findings) =>
        Scorecard.Of(
            findings,
            [
                .. findings
                    .GroupBy(finding => finding.Rule)
                    .Select(rule => new RuleSummary(
                        rule.Key,
                        rule.Count(finding => finding.Outcome == Outcome.Pass),
                        rule.Count(finding => finding.Outcome == Outcome.Fail),
                        rule.Count(finding => finding.Outcome == Outcome.Warn),
                        rule.Count(finding => finding.Outcome == Outcome.Unknown),
                        Crashed: false
                    )),
            ]
        );

    public static Finding Fixed(Finding finding) => finding with { Verdict = finding.Verdict with { Outcome = Outcome.Pass } };

    /// <summary>The same for the same seed: some rules of some areas, each with some subjects, most of which hold.</summary>
    public static IReadOnlyList<Finding> Random(int seed)
    {
        Random random = new(seed);
        var areas = Enum.GetValues<Area>();
        return
        [
            .. Enumerable
                .Range(0, random.Next(1, 40))
                .Select(number => Rule($"some/rule-{number}", areas[random.Next(areas.Length)], (Severity)random.Next(4)))
                .SelectMany(rule =>
                    Enumerable
                        .Range(0, random.Next(1, 9))
                        .Select(subject =>
                            Says(
                                rule,
                                subject,
                                random.Next(2) == 0 ? Outcome.Pass : (Outcome)random.Next(4),
                                random.Next(3) == 0 ? (Severity)random.Next(4) : rule.Severity
                            )
                        )
                ),
        ];
    }
}
