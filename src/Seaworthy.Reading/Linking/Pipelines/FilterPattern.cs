namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>A pattern of a workflow's <c>branches</c>, <c>tags</c> or <c>paths</c> filter.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", Filter pattern cheat sheet.</remarks>
internal sealed class FilterPattern
{
    private const int MaximumLength = 500;

    private readonly List<FilterToken> tokens;

    public FilterPattern(string pattern)
    {
        IsNegative = pattern.StartsWith('!');
        Text = IsNegative ? pattern[1..] : pattern;
        tokens = FilterToken.Read(Text.Length <= MaximumLength ? Text : Text[..MaximumLength]);
        LiteralPrefix = string.Concat(tokens.TakeWhile(token => token.IsPlain).Select(token => token.Characters));
        IsLiteral = tokens.TrueForAll(token => token.IsPlain);
    }

    public string Text { get; }

    /// <summary>Begins with <c>!</c>: takes names away that patterns before it let in.</summary>
    public bool IsNegative { get; }

    public bool IsLiteral { get; }

    /// <summary>What every name that matches begins with.</summary>
    public string LiteralPrefix { get; }

    /// <summary>Whether a name passes a whole filter: the last pattern that matches decides.</summary>
    public static bool Passes(IEnumerable<FilterPattern> filter, string name)
    {
        var passes = false;
        foreach (var pattern in filter)
        {
            if (passes == pattern.IsNegative && pattern.Matches(name))
            {
                passes = !pattern.IsNegative;
            }
        }

        return passes;
    }

    // All positions of the pattern that can be reached are carried along, one character at a time: linear, without backtracking.
    public bool Matches(string name)
    {
        if (!name.StartsWith(LiteralPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        var (active, next) = (new bool[tokens.Count + 1], new bool[tokens.Count + 1]);
        active[0] = true;
        Spread(active);
        foreach (var character in name)
        {
            Array.Clear(next);
            for (var index = 0; index < tokens.Count; index++)
            {
                if (active[index] && tokens[index].Accepts(character))
                {
                    next[tokens[index].Repeats ? index : index + 1] = true;
                    next[index + 1] = true;
                }
            }

            (active, next) = (next, active);
            Spread(active);
        }

        return active[^1];
    }

    private void Spread(bool[] active)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            if (active[index] && tokens[index].Skip > 0)
            {
                active[Math.Min(index + 1, tokens.Count)] |= tokens[index].IsOptional;
                active[Math.Min(index + tokens[index].Skip, tokens.Count)] = true;
            }
        }
    }
}
