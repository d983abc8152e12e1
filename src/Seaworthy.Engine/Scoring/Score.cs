using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Scoring;

/// <summary>How fit the whole is, and how much of it could be judged.</summary>
public sealed record Score
{
    /// <summary>0 to 10 with one decimal, rounded down; null when there is not enough to judge, or a file is not judged.</summary>
    public required decimal? Total { get; init; }

    /// <summary>Which share of all judgements the tree could decide, weighted by severity: 0 to 1, two decimals.</summary>
    public required decimal Coverage { get; init; }

    public required Readiness Readiness { get; init; }

    /// <summary>Null when there is not enough to judge.</summary>
    public required Risk? Risk { get; init; }

    /// <summary>Files whose harm is not known, by path: while there is one, so is the total.</summary>
    public IReadOnlyList<UnjudgedFile> Unjudged { get; init; } = [];

    /// <summary>Every area in its order, judged or not.</summary>
    public required IReadOnlyList<AreaScore> Areas { get; init; }

    public int Judged => Areas.Sum(area => area.Judged);

    public int Unknown => Areas.Sum(area => area.Unknown);
}
