using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>How fit one area is, and how much of it could be judged.</summary>
/// <param name="Value">0 to 10 with one decimal, rounded down: 10 is only where nothing is open. Null where nothing was judged, or too little.</param>
/// <param name="Coverage">Which share of the judgements the tree could decide, weighted by severity: 0 to 1, two decimals.</param>
/// <param name="Judged">Judgements that could be decided.</param>
/// <param name="Unknown">Judgements that could not.</param>
/// <param name="RulesJudged">Rules that found something to judge and could.</param>
/// <param name="Rules">Rules that there are.</param>
public sealed record AreaScore(Area Area, decimal? Value, decimal Coverage, int Judged, int Unknown, int RulesJudged, int Rules);
