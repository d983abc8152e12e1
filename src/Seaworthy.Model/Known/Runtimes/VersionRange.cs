namespace Seaworthy.Model.Known.Runtimes;

/// <summary>The versions of a runtime that a manifest accepts, in the notation of its ecosystem.</summary>
/// <remarks>
/// Sources: npm, "node-semver"; PEP 440, "Version specifiers"; Poetry, "Dependency specification"; Composer, "Versions and constraints";
/// RubyGems, "Declaring dependencies"; Go Modules Reference, "go directive"; The Cargo Book, "rust-version".
/// </remarks>
public sealed class VersionRange
{
    private static readonly string[] Operators = ["===", "~=", "~>", ">=", "<=", "==", "!=", "^", "~", ">", "<", "="];

    private readonly IReadOnlyList<VersionLine> alternatives;

    private VersionRange(IReadOnlyList<VersionLine> alternatives) => this.alternatives = alternatives;

    /// <summary>Some version of the line is accepted.</summary>
    public bool Accepts(VersionLine line) => alternatives.Any(range => range.Meets(line));

    /// <summary>Null for a notation that is not understood.</summary>
    /// <param name="runtime"><c>go</c>, <c>rust</c> and <c>java</c> mean "at least" by a bare version; <c>~</c> has two meanings.</param>
    public static VersionRange? Parse(string text, string runtime)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<VersionLine> found = [];
        foreach (var alternative in text.Replace("||", "|", StringComparison.Ordinal).Split('|'))
        {
            if (Conjunction(alternative, runtime) is not { } range)
            {
                return null;
            }

            found.Add(range);
        }

        return new VersionRange(found);
    }

    private static VersionLine? Conjunction(string text, string runtime)
    {
        var range = VersionLine.All;
        var words = text.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            // "18 - 20" is from one to the other; ">= 18" is one comparison.
            var isTo = at + 2 < words.Count && words[at + 1] == "-";
            var isApart = Operators.Contains(words[at]) && at + 1 < words.Count;
            var part =
                isTo ? Between(words[at], words[at + 2])
                : isApart ? Comparison(words[at] + words[at + 1], runtime)
                : Comparison(words[at], runtime);
            if (part is not { } limits)
            {
                return null;
            }

            at +=
                isTo ? 2
                : isApart ? 1
                : 0;
            range = new VersionLine(Math.Max(range.First, limits.First), Math.Min(range.End, limits.End));
        }

        return words.Count > 0 ? range : null;
    }

    private static VersionLine? Between(string from, string to) =>
        VersionLine.Parse(from) is { } low && VersionLine.Parse(to) is { } high ? new VersionLine(low.First, high.End) : null;

    private static VersionLine? Comparison(string word, string runtime)
    {
        var sign = Operators.FirstOrDefault(sign => word.StartsWith(sign, StringComparison.Ordinal)) ?? "";
        if (VersionLine.Parse(word[sign.Length..], out var parts) is not { } line)
        {
            return null;
        }

        return sign switch
        {
            "" when runtime is "go" or "rust" or "java" => line with { End = long.MaxValue },
            ">=" => line with { End = long.MaxValue },
            ">" => new VersionLine(line.End, long.MaxValue),
            "<" => new VersionLine(0, line.First),
            "<=" => new VersionLine(0, line.End),
            "!=" => VersionLine.All,
            "^" => line with { End = line.EndOf(1) },
            "~=" or "~>" => line with { End = line.EndOf(Math.Max(1, parts - 1)) },
            "~" when runtime == "php" => line with { End = line.EndOf(Math.Max(1, parts - 1)) },
            "~" => line with { End = line.EndOf(Math.Min(2, parts)) },
            _ => line,
        };
    }
}
