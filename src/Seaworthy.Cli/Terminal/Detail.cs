using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Terminal;

/// <summary>How much of a report a terminal tells.</summary>
/// <param name="IsAll">Everything: every verdict in full, and every rule.</param>
/// <param name="About">An area, a rule (or either part of its name), a file or a directory: what is about it, in full. Null for all of the report.</param>
internal sealed record Detail(bool IsAll, string? About)
{
    /// <summary>What fits on a screen.</summary>
    public bool IsBrief => !IsAll && About is null;

    public bool Tells(Finding finding) => Part is not { } part || part.Holds(finding);

    /// <summary>Whether it names a file, or a directory above it.</summary>
    public bool Names(string path) => Part is { } part && part.Holds(path);

    /// <summary>Whether the report has an area, a rule, a file or a directory of that name.</summary>
    public bool IsKnown(Report report) =>
        Part is not { } part
        || report.Rules.Any(rule => part.Holds(rule.Rule))
        || report.Deployment.Tree.Files.Any(file => part.Holds(file.Path));

    private AskedPart? Part => About is null ? null : new AskedPart(About);
}
