using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>The part of a report that somebody asks about: an area, a rule (or either part of its name), a file or a directory.</summary>
public sealed record AskedPart(string Name)
{
    public bool Holds(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Holds(finding.Rule) || finding.Verdict.Locations.Any(location => Holds(location.Span.File.Path));
    }

    public bool Holds(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Words.Of(rule.Area) == Name
            || rule.Id == Name
            || rule.Id.StartsWith(Name + "/", StringComparison.Ordinal)
            || rule.Id.EndsWith("/" + Name, StringComparison.Ordinal);
    }

    /// <summary>It is that file, or a directory above it.</summary>
    public bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path == Name || path.StartsWith(Name.EndsWith('/') ? Name : Name + "/", StringComparison.Ordinal);
    }
}
