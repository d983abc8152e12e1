using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>Every number that the score rests on. Why these: <c>docs/decisions/0004-score.md</c>.</summary>
internal static class ScoreTable
{
    public const decimal Best = 10;

    /// <summary>An area in which questions of this weight were asked counts fully; what holds beyond them makes up for nothing.</summary>
    public const decimal FullArea = 20;

    /// <summary>An area in which less was asked has no number of its own: one rule that holds is no good backup. It counts in all, as little as it was asked.</summary>
    public const decimal EnoughInArea = 10;

    /// <summary>Weight of the areas, each as full as it was asked, from which there is a total.</summary>
    public const decimal EnoughAreas = 8;

    /// <summary>Judgements from which there is a total.</summary>
    public const int EnoughJudgements = 12;

    /// <summary>What the first subject costs, however many hold: one broken thing breaks the deployment.</summary>
    public const decimal FirstSubject = 0.6m;

    /// <summary>What is likely against what is certain.</summary>
    public const decimal LikelyShare = 0.8m;

    /// <summary>What works at a risk, against what breaks.</summary>
    public const decimal WarningShare = 0.5m;

    /// <summary>What a capability costs of its weight that is absent where it is needed…</summary>
    public const decimal AbsentShare = 0.7m;

    /// <summary>…and one of which there is a part, or that is needed less.</summary>
    public const decimal PartialShare = 0.4m;

    public const decimal NotReadyBelow = 5;

    public const decimal ReadyFrom = 8;

    public static decimal WeightOf(Severity severity) =>
        severity switch
        {
            Severity.Critical => 10,
            Severity.High => 6,
            Severity.Medium => 3,
            _ => 1,
        };

    /// <summary>Whether a capability is there is a question about a whole area, however mild its finding: its rule says what it weighs.</summary>
    public static decimal WeightOf(RuleInfo rule) => rule.CapabilityWeight ?? WeightOf(rule.Severity);

    /// <summary>What stops a deployment weighs most, what helps to run it less, what describes it least.</summary>
    public static decimal WeightOf(Area area) =>
        area switch
        {
            Area.Containers
            or Area.Configuration
            or Area.Secrets
            or Area.PortsAndHealth
            or Area.Orchestration
            or Area.Pipelines
            or Area.Migrations => 3,
            Area.Dependencies or Area.Security or Area.Backup or Area.Automation or Area.Platforms or Area.Mobile => 2,
            _ => 1,
        };

    /// <summary>The most that an area can have while this is open in it.</summary>
    public static decimal CapOfArea(Open open) => Cap(open, afterCritical: 3, afterHigh: 6, afterWarning: 8, least: 1);

    /// <summary>The most that the whole can have while this is open anywhere.</summary>
    public static decimal CapOfTotal(Open open) => Cap(open, afterCritical: 4, afterHigh: 7, afterWarning: 9, least: 2);

    // A second and a third critical FAIL lower it further.
    private static decimal Cap(Open open, decimal afterCritical, decimal afterHigh, decimal afterWarning, decimal least) =>
        open.Critical > 0 ? Math.Max(least, afterCritical + 1 - open.Critical)
        : open.High > 0 ? afterHigh
        : open.GraveWarnings > 0 ? afterWarning
        : Best;
}
