using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>The variable that holds what a read gives.</summary>
internal static class HoldingName
{
    private const int LongestChoice = 40;

    /// <summary>The name that is declared or assigned to: <c>const key: string | undefined = read</c>, <c>const key = isGiven ? given : read</c>; null when the read goes elsewhere.</summary>
    /// <param name="first">The first token of the read.</param>
    public static string? Of(TokenTrees trees, int first) =>
        trees.Is(first - 1, "=") ? NameBefore(trees, first - 1)
        : trees.Chars(first - 1) is ":" or "?" && SignBeforeChoice(trees, first - 1) is { } sign ? NameBefore(trees, sign)
        : null;

    /// <summary>A constant of the file alone that no other line names: what it holds changes nothing.</summary>
    public static bool IsNeverRead(TokenTrees trees, string variable)
    {
        var declared = trees.OnlyPlaceOf(variable);
        return (trees.Is(declared - 1, "const") || trees.Is(declared - 1, "let") || trees.Is(declared - 1, "var"))
            && !trees.Is(declared - 2, "export");
    }

    /// <summary>The <c>=</c> whose right side is the choice that a branch belongs to.</summary>
    /// <param name="branch">The sign in front of the branch.</param>
    private static int? SignBeforeChoice(TokenTrees trees, int branch)
    {
        var isChoice = false;
        for (var (at, steps) = (branch, 0); at > 0 && steps < LongestChoice; at = trees.Before(at), steps++)
        {
            if (trees.Is(at, "="))
            {
                return isChoice ? at : null;
            }

            if (trees.IsKind(at, TokenKind.Open) || trees.Chars(at) is ";" or "," or "=>" or "return")
            {
                return null;
            }

            isChoice |= trees.Is(at, "?");
        }

        return null;
    }

    private static string? NameBefore(TokenTrees trees, int sign)
    {
        for (var at = sign - 1; at > 0 && sign - at < 8; at--)
        {
            if (trees.Is(at - 1, "const") || trees.Is(at - 1, "let") || trees.Is(at - 1, "var"))
            {
                return trees.Text(at);
            }
        }

        return trees.IsName(sign - 1) ? trees.Text(sign - 1) : null;
    }
}
