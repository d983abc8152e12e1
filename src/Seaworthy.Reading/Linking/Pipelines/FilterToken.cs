namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>One place of a filter pattern: which characters it takes, and how often.</summary>
/// <param name="Characters">The characters themselves; for a set, its members and ranges.</param>
internal sealed record FilterToken(FilterTokenKind Kind, string Characters)
{
    /// <summary>May be left out.</summary>
    public bool IsOptional { get; init; }

    public bool Repeats { get; init; }

    /// <summary>How many places ahead a name may go on without a character here; 0 = none.</summary>
    public int Skip { get; init; }

    /// <summary>Exactly one certain character.</summary>
    public bool IsPlain => Kind == FilterTokenKind.Character && !IsOptional && !Repeats;

    public bool Accepts(char character) =>
        Kind switch
        {
            FilterTokenKind.Character => Characters[0] == character,
            FilterTokenKind.Set => InSet(character),
            FilterTokenKind.Segment => character != '/',
            FilterTokenKind.Anything => true,
            _ => false,
        };

    public static List<FilterToken> Read(string pattern)
    {
        List<FilterToken> tokens = [];
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '*':
                    at += ReadStar(pattern, at, tokens);
                    break;
                case '?' when tokens.Count > 0:
                    tokens[^1] = tokens[^1] with { IsOptional = true, Skip = Math.Max(tokens[^1].Skip, 1) };
                    break;
                case '+' when tokens.Count > 0:
                    tokens[^1] = tokens[^1] with { Repeats = true };
                    break;
                case '[' when pattern.IndexOf(']', at) is var end && end > at + 1:
                    tokens.Add(new FilterToken(FilterTokenKind.Set, pattern[(at + 1)..end]));
                    at = end;
                    break;
                case '\\' when at + 1 < pattern.Length:
                    tokens.Add(new FilterToken(FilterTokenKind.Character, pattern[++at].ToString()));
                    break;
                default:
                    tokens.Add(new FilterToken(FilterTokenKind.Character, pattern[at].ToString()));
                    break;
            }
        }

        return tokens;
    }

    // "**/" at the start of a segment stands for any number of directories, none included: the slash may go with the stars.
    private static int ReadStar(string pattern, int at, List<FilterToken> tokens)
    {
        var isDouble = at + 1 < pattern.Length && pattern[at + 1] == '*';
        var startsSegment = at == 0 || pattern[at - 1] == '/';
        if (isDouble && startsSegment && at + 2 < pattern.Length && pattern[at + 2] == '/')
        {
            tokens.Add(new FilterToken(FilterTokenKind.Fork, "") { IsOptional = true, Skip = 3 });
        }

        var kind = isDouble ? FilterTokenKind.Anything : FilterTokenKind.Segment;
        tokens.Add(
            new FilterToken(kind, "")
            {
                IsOptional = true,
                Repeats = true,
                Skip = 1,
            }
        );
        return isDouble ? 1 : 0;
    }

    private bool InSet(char character)
    {
        for (var at = 0; at < Characters.Length; at++)
        {
            var isRange = at + 2 < Characters.Length && Characters[at + 1] == '-';
            var last = isRange ? Characters[at + 2] : Characters[at];
            if (character >= Characters[at] && character <= last)
            {
                return true;
            }

            at += isRange ? 2 : 0;
        }

        return false;
    }
}
