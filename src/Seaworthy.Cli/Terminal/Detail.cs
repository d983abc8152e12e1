using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Terminal;

/// <summary>How much of a report a terminal tells.</summary>
/// <param name="IsAll">Everything: every verdict in full, and every rule.</param>
/// <param name="About">An area, a rule (or either part of its name), a file or a directory: what is about it, in full. Null for all of the report.</param>
internal sealed record Detail(bool IsAll, string? About)
{
    /// <summary>What fits on a screen.</summary>
    public bool IsBrief => !IsAll && About is null;

    public bool Tells(Finding finding) =>
        About is null || IsNamed(finding.Rule) || finding.Verdict.Locations.Any(location => IsAt(location.Span.File.Path, About));

    /// <summary>Whether it names a file, or a directory above it.</summary>
    public bool Names(string path) => About is not null && IsAt(path, About);

    /// <summary>Whether the report has an area, a rule, a file or a directory of that name.</summary>
    public bool IsKnown(Report report) =>
        About is null || report.Rules.Any(rule => IsNamed(rule.Rule)) || report.Deployment.Tree.Files.Any(file => IsAt(file.Path, About));

    private bool IsNamed(RuleInfo rule) =>
        Words.Of(rule.Area) == About
        || rule.Id == About
        || rule.Id.StartsWith(About + "/", StringComparison.Ordinal)
        || rule.Id.EndsWith("/" + About, StringComparison.Ordinal);

    private static bool IsAt(string path, string about) =>
        path == about || path.StartsWith(about.EndsWith('/') ? about : about + "/", StringComparison.Ordinal);
}
