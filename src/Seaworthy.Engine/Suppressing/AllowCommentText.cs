using System.Globalization;

namespace Seaworthy.Engine.Suppressing;

/// <summary>The words of a comment that allows a finding: rule, reason, and the day until which it holds.</summary>
internal sealed record AllowCommentText(string Rule, string Reason, string? Until)
{
    public const string Mark = "seaworthy:";

    private const string Verb = "allow";
    private const string Day = "until=";

    private static readonly string[] Openings = ["#", "//", "<!--", "--", ";", "/*"];

    /// <summary>Verbs of other tools, which somebody may try first.</summary>
    private static readonly HashSet<string> OtherVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "ignore",
        "disable",
        "suppress",
        "skip",
        "nolint",
        "noqa",
        "alow",
        "allows",
        "Allow",
    };

    /// <summary>Where in the line the comment begins.</summary>
    public int Start { get; private init; }

    /// <summary>Nothing but the comment stands in the line.</summary>
    public bool IsAlone { get; private init; }

    /// <summary>What stands in the place of <c>allow</c>, where that was probably meant.</summary>
    public string? OtherVerb { get; private init; }

    public DateOnly? LastDay =>
        DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Null when the line holds no such comment.</summary>
    /// <param name="line">The text of one line.</param>
    /// <param name="isMarkup">In Markdown and HTML only <c>&lt;!-- --&gt;</c> is a comment; the rest is what the document shows.</param>
    public static AllowCommentText? Find(string line, bool isMarkup)
    {
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0 || Opening(line, at, isMarkup) is not { } start)
        {
            return null;
        }

        var inside = line[(at + Mark.Length)..].Split("-->", 2)[0].Split("*/", 2)[0];
        var words = inside.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
            words switch
            {
                [Verb, .. var rest] => Of(rest),
                [var other, ..] when OtherVerbs.Contains(other) => new AllowCommentText("", "", null) { OtherVerb = other },
                _ => null,
            }
                is { } found
            ? found with
            {
                Start = start,
                IsAlone = string.IsNullOrWhiteSpace(line[..start]),
            }
            : null;
    }

    private static AllowCommentText Of(IReadOnlyList<string> words)
    {
        var until = words.FirstOrDefault(word => word.StartsWith(Day, StringComparison.Ordinal));
        var rest = words.Where(word => word != until).ToList();
        var reason = string.Join(' ', rest.Skip(1)).TrimStart('-', ':', '–', '—', ' ');
        return new AllowCommentText(rest.FirstOrDefault()?.TrimEnd(':', ',') ?? "", reason, until?[Day.Length..]);
    }

    // A '#' or '//' inside a word is no comment: a URL, a colour, an anchor.
    private static int? Opening(string line, int mark, bool isMarkup)
    {
        var before = line.AsSpan(0, mark).TrimEnd();
        foreach (var opening in Openings)
        {
            if (!before.EndsWith(opening, StringComparison.Ordinal) || (isMarkup && opening != "<!--"))
            {
                continue;
            }

            var start = opening is "#" or "//" ? before.TrimEnd(opening[0]).Length : before.Length - opening.Length;
            return start == 0 || opening is "<!--" or "/*" || char.IsWhiteSpace(line[start - 1]) ? start : null;
        }

        return null;
    }
}
