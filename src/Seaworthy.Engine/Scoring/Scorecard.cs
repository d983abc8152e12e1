using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>The score of findings and rule summaries, and what it would be without some of the findings. Exact decimals: every machine calculates the same.</summary>
internal sealed class Scorecard
{
    private readonly IReadOnlyList<AreaAccount> areas;
    private readonly Open open;
    private readonly IReadOnlyList<Finding> blocking;
    private readonly IReadOnlyList<UnjudgedFile> unjudged;

    private Scorecard(IReadOnlyList<AreaAccount> areas, IReadOnlyList<Finding> blocking, IReadOnlyList<UnjudgedFile> unjudged)
    {
        this.areas = areas;
        this.blocking = blocking;
        this.unjudged = unjudged;
        open = areas.Aggregate(default(Open), (sum, area) => sum + area.Open);
        Total = unjudged.Count > 0 ? null : Shown(areas);
    }

    private decimal? Total { get; }

    public Score Score =>
        new()
        {
            Total = Total,
            Coverage = Coverage,
            Readiness = Readiness,
            Risk = Risk,
            Unjudged = unjudged,
            Areas = [.. areas.Select(area => area.Score)],
        };

    /// <summary>Every rule that asked anything would ask it of a file that is not judged, too.</summary>
    private decimal Coverage =>
        Share(areas.Sum(area => area.Decided), areas.Sum(area => area.Asked) + (unjudged.Count * areas.Sum(area => area.Questions)));

    private Readiness Readiness =>
        blocking.Count > 0 ? Readiness.NotReady
        : Total is not { } total ? Readiness.NotEnoughToJudge
        : total < ScoreTable.NotReadyBelow ? Readiness.NotReady
        : open.High > 0 || open.GraveWarnings > 0 || total < ScoreTable.ReadyFrom ? Readiness.ReadyWithConditions
        : Readiness.Ready;

    private Risk? Risk =>
        open.Critical > 0 ? Scoring.Risk.Critical
        : open.High > 0 || blocking.Count > 0 || Total < ScoreTable.NotReadyBelow ? Scoring.Risk.High
        : Total is not { } total ? null
        : open.GraveWarnings > 0 || total < ScoreTable.ReadyFrom ? Scoring.Risk.Medium
        : Scoring.Risk.Low;

    /// <param name="findings">Those that are accepted among them.</param>
    /// <param name="rules">What each rule answered.</param>
    /// <param name="unjudged">Files whose harm is not known.</param>
    public static Scorecard Of(
        IReadOnlyList<Finding> findings,
        IReadOnlyList<RuleSummary> rules,
        IReadOnlyList<UnjudgedFile>? unjudged = null
    )
    {
        var byRule = findings.Where(finding => finding.IsFault).ToLookup(finding => finding.Rule.Id, StringComparer.Ordinal);
        var byArea = rules.ToLookup(rule => rule.Rule.Area, rule => new RuleAccount(rule, [.. byRule[rule.Rule.Id]]));
        return new Scorecard(
            [.. Enum.GetValues<Area>().Select(area => new AreaAccount(area, [.. byArea[area]]))],
            [.. findings.Where(Gate.Default.IsClosedBy)],
            unjudged ?? []
        );
    }

    public Scorecard Without(Predicate<Finding> isMended) =>
        new([.. areas.Select(area => area.Without(isMended))], [.. blocking.Where(finding => !isMended(finding))], unjudged);

    /// <summary>What fixing one finding alone wins.</summary>
    public Gain GainOf(Finding finding)
    {
        var before = areas[(int)finding.Rule.Area];
        var after = before.Without(finding);
        return new Gain((Shown([.. areas.Select(area => area == before ? after : area)]) - Total) ?? 0, (after.Shown - before.Shown) ?? 0);
    }

    // Rounded down, so that 10 is only where nothing is open.
    public static decimal Shown(decimal exact) => Math.Floor(exact * 10) / 10;

    public static decimal Share(decimal part, decimal whole) => whole == 0 ? 0 : Math.Floor(part * 100 / whole) / 100;

    private static decimal? Shown(IReadOnlyList<AreaAccount> areas)
    {
        var weight = areas.Sum(area => area.Weight);
        if (weight < ScoreTable.EnoughAreas || areas.Sum(area => area.Judged) < ScoreTable.EnoughJudgements)
        {
            return null;
        }

        var open = areas.Aggregate(default(Open), (sum, area) => sum + area.Open);
        return Shown(Math.Min(areas.Sum(area => (area.Exact ?? 0) * area.Weight) / weight, ScoreTable.CapOfTotal(open)));
    }
}
