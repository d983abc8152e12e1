using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>The rules of one area, added up.</summary>
internal sealed class AreaAccount
{
    private readonly IReadOnlyList<RuleAccount> rules;

    public AreaAccount(Area area, IReadOnlyList<RuleAccount> rules)
    {
        this.rules = rules;
        Area = area;
        Open = rules.Aggregate(default(Open), (open, rule) => open + rule.Open);
        var asked = rules.Sum(rule => rule.Possible);
        var counted = Math.Min(asked, ScoreTable.FullArea);
        Weight = ScoreTable.WeightOf(area) * counted / ScoreTable.FullArea;
        Exact =
            counted == 0
                ? null
                : Math.Clamp(ScoreTable.Best * (1 - (rules.Sum(rule => rule.Lost) / counted)), 0, ScoreTable.CapOfArea(Open));
        Shown = asked < ScoreTable.EnoughInArea || Exact is not { } exact ? null : Scorecard.Shown(exact);
    }

    public Area Area { get; }

    public Open Open { get; }

    /// <summary>Null where nothing was judged.</summary>
    public decimal? Exact { get; }

    /// <summary>Null where too little was asked.</summary>
    public decimal? Shown { get; }

    /// <summary>How much the area counts in all: less where little was asked.</summary>
    public decimal Weight { get; }

    public decimal Decided => rules.Sum(rule => rule.Decided);

    public decimal Asked => rules.Sum(rule => rule.Asked);

    public int Judged => rules.Sum(rule => rule.Judged);

    public AreaScore Score =>
        new(
            Area,
            Shown,
            Scorecard.Share(Decided, Asked),
            Judged,
            rules.Sum(rule => rule.Summary.Unknown),
            rules.Count(rule => rule.Judged > 0),
            rules.Count
        );

    public AreaAccount Without(Finding finding) =>
        new(Area, [.. rules.Select(rule => rule.Summary.Rule.Id == finding.Rule.Id ? rule.Without(finding) : rule)]);

    public AreaAccount Without(Predicate<Finding> isMended) => new(Area, [.. rules.Select(rule => rule.Without(isMended))]);
}
