using System.Text.RegularExpressions;

namespace Seaworthy.Engine.Grouping;

/// <summary>A reader of the finding that speaks for several changes all their places: its remedy names those of the others, where theirs differs in nothing but places.</summary>
internal static partial class SharedRemedies
{
    private const int Most = 6;

    /// <summary>The findings that speak for others, as reports show them.</summary>
    public static IReadOnlyDictionary<Finding, Finding> Of(IReadOnlyList<RootCause> causes)
    {
        Dictionary<Finding, Finding> renewed = new(ReferenceEqualityComparer.Instance);
        foreach (var cause in causes)
        {
            if (
                cause is { Lead: { IsFault: true, Verdict.Remediation: { } remedy } lead, Alike.Count: > 0 }
                && Others(cause, remedy) is { Count: > 0 } others
            )
            {
                var more = others.Count > Most ? $"; and at {others.Count - Most} more" : "";
                renewed[lead] = lead with
                {
                    Verdict = lead.Verdict with { Remediation = $"{remedy} Do the same in {string.Join("; ", others.Take(Most))}{more}." },
                };
            }
        }

        return renewed;
    }

    /// <summary>For each of the others its places as its own remedy names them, once.</summary>
    private static List<string> Others(RootCause cause, string remedy)
    {
        var shape = Place().Replace(remedy, "");
        var known = Places(remedy).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. cause
                .Alike.Select(other => other.Verdict.Remediation)
                .OfType<string>()
                .Where(text => Place().Replace(text, "") == shape)
                .Select(text => Places(text).Where(place => !known.Contains(place)).Distinct(StringComparer.Ordinal).ToList())
                .Where(places => places.Count > 0)
                .Select(places => string.Join(", ", places))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value.TrimEnd());

    /// <summary>A file with its line, and the lines of the same file behind it: <c>ci.yml:62, :127 and :140</c>. What names an image has no directory and no ending before its colon.</summary>
    [GeneratedRegex(
        @"(?<![\w./@-])[\w./@-]*[./][\w./@-]*[A-Za-z]:\d+(?:(?:, | and ):\d+)*(?!\w|\.\d)|(?<![\w./@-])(?:Dockerfile|Makefile|Procfile|Jenkinsfile|Caddyfile|Gemfile):\d+(?:(?:, | and ):\d+)*"
    )]
    private static partial Regex Place();
}
