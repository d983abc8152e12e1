using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>How many grave findings are open: they cap a score, whatever else holds.</summary>
/// <param name="Critical">FAILs that are critical.</param>
/// <param name="High">FAILs that are high.</param>
/// <param name="GraveWarnings">WARNs that are critical or high.</param>
internal readonly record struct Open(int Critical, int High, int GraveWarnings)
{
    public static Open operator +(Open left, Open right) =>
        new(left.Critical + right.Critical, left.High + right.High, left.GraveWarnings + right.GraveWarnings);

    public static Open operator -(Open left, Open right) =>
        new(left.Critical - right.Critical, left.High - right.High, left.GraveWarnings - right.GraveWarnings);

    public static Open Of(IEnumerable<Finding> findings) => findings.Aggregate(default(Open), (open, finding) => open + Of(finding));

    private static Open Of(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.Fail, Severity: Severity.Critical } => new Open(1, 0, 0),
            { Outcome: Outcome.Fail, Severity: Severity.High } => new Open(0, 1, 0),
            { Outcome: Outcome.Warn, Severity: >= Severity.High } => new Open(0, 0, 1),
            _ => default,
        };
}
