using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>The rules of one area, added up.</summary>
internal sealed class AreaAccount
{
    private readonly IReadOnlyList<RuleAccount> rules;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    // Added up from the first on: decimals are rounded, so that another order of adding could give another score.
    private readonly decimal[] lostBefore;
    private readonly decimal asked;
    private readonly decimal counted;

    public AreaAccount(Area area, IReadOnlyList<RuleAccount> rules)
    {
        this.rules = rules;
        Area = area;
        Open = rules.Aggregate(default(Open), (open, rule) => open + rule.Open);
        asked = rules.Sum(rule => rule.Possible);
        counted = Math.Min(asked, ScoreTable.FullArea);
        Weight = ScoreTable.WeightOf(area) * counted / ScoreTable.FullArea;
        lostBefore = new decimal[rules.Count + 1];
        for (var at = 0; at < rules.Count; at++)
        {
            places[rules[at].Summary.Rule.Id] = at;
            lostBefore[at + 1] = lostBefore[at] + rules[at].Lost;
        }

        Exact = ExactOf(lostBefore[^1], Open);
        Shown = ShownOf(Exact);
        Decided = rules.Sum(rule => rule.Decided);
        Asked = rules.Sum(rule => rule.Asked);
        Judged = rules.Sum(rule => rule.Judged);
        Questions = rules.Sum(rule => rule.Question);
    }

    private AreaAccount(AreaAccount all, Finding repaired)
    {
        (rules, places, lostBefore, asked, counted) = (all.rules, all.places, all.lostBefore, all.asked, all.counted);
        (Area, Weight, Decided, Asked, Judged, Questions) = (all.Area, all.Weight, all.Decided, all.Asked, all.Judged, all.Questions);
        Open = all.Open;
        var lost = lostBefore[^1];
        if (places.TryGetValue(repaired.Rule.Id, out var at))
        {
            var without = rules[at].Without(repaired);
            Open = Open - rules[at].Open + without.Open;
            lost = lostBefore[at] + without.Lost;
            for (var next = at + 1; next < rules.Count; next++)
            {
                lost += rules[next].Lost;
            }
        }

        Exact = ExactOf(lost, Open);
        Shown = ShownOf(Exact);
    }

    public Area Area { get; }

    public Open Open { get; }

    /// <summary>Null where nothing was judged.</summary>
    public decimal? Exact { get; }

    /// <summary>Null where too little was asked.</summary>
    public decimal? Shown { get; }

    /// <summary>How much the area counts in all: less where little was asked.</summary>
    public decimal Weight { get; }

    public decimal Decided { get; }

    public decimal Asked { get; }

    public int Judged { get; }

    /// <summary>What the rules that asked anything ask of one more subject each.</summary>
    public decimal Questions { get; }

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

    /// <summary>Asked for every finding of a report, of rules that may be thousands. Good for one finding, not for a second after it.</summary>
    public AreaAccount Without(Finding finding) => new(this, finding);

    public AreaAccount Without(Predicate<Finding> isMended) => new(Area, [.. rules.Select(rule => rule.Without(isMended))]);

    private decimal? ExactOf(decimal lost, Open open) =>
        counted == 0 ? null : Math.Clamp(ScoreTable.Best * (1 - (lost / counted)), 0, ScoreTable.CapOfArea(open));

    private decimal? ShownOf(decimal? exact) => asked < ScoreTable.EnoughInArea || exact is not { } known ? null : Scorecard.Shown(known);
}
