namespace Seaworthy.Model.Source;

/// <summary>One line of an ignore file, ready to be matched (gitignore(5), "Pattern format").</summary>
internal sealed class IgnoreGlob
{
    private const string Wildcards = "*?[\\";

    private readonly bool directoriesOnly;
    private readonly bool wholePath;
    private readonly string? literal;
    private readonly string? suffix;
    private readonly WildPattern? pattern;

    public IgnoreGlob(IgnoreRule rule)
    {
        Rule = rule;
        var text = rule.Pattern.StartsWith('!') ? rule.Pattern[1..] : rule.Pattern;
        directoriesOnly = text.EndsWith('/');
        text = directoriesOnly ? text[..^1] : text;
        // A slash anywhere but at the end ties the pattern to the directory of its file.
        wholePath = text.Contains('/', StringComparison.Ordinal);
        text = text.StartsWith('/') ? text[1..] : text;
        if (text.AsSpan().IndexOfAny(Wildcards) < 0)
        {
            literal = text;
        }
        else if (!wholePath && text[0] == '*' && text.AsSpan(1).IndexOfAny(Wildcards) < 0)
        {
            suffix = text[1..];
        }
        else
        {
            pattern = WildPattern.Parse(text);
        }

        var first = text.AsSpan().IndexOfAny(Wildcards);
        Beginning = first < 0 ? text : text[..first];
        Ending = first < 0 ? text : text[(text.AsSpan().LastIndexOfAny("*?[]\\") + 1)..];
    }

    /// <summary>Tied to the directory of its file; another is matched against the last name of a path.</summary>
    public bool IsOfWholePath => wholePath;

    /// <summary>The letters with which everything begins that it matches.</summary>
    public string Beginning { get; }

    /// <summary>The letters with which everything ends that it matches.</summary>
    public string Ending { get; }

    public IgnoreRule Rule { get; }

    /// <summary>Whether it matches a path taken from the directory of the ignore file.</summary>
    public bool Matches(string relative, bool isDirectory)
    {
        if (directoriesOnly && !isDirectory)
        {
            return false;
        }

        var subject = wholePath && Rule.Above.Length > 0 ? $"{Rule.Above}/{relative}" : relative;
        var candidate = wholePath ? subject.AsSpan() : subject.AsSpan(subject.LastIndexOf('/') + 1);
        return literal is not null ? candidate.SequenceEqual(literal)
            : suffix is not null ? candidate.EndsWith(suffix)
            : pattern?.Matches(candidate) ?? false;
    }
}
