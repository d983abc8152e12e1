using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>What blocks a place is in.</summary>
internal static class PythonBlocks
{
    private const int Deepest = 40;

    // What decides, behind it, about a place of the same line; "a or b" always looks at a.
    private static readonly HashSet<string> DecidingBefore =
    [
        "if",
        "elif",
        "else",
        "or",
        "and",
        "lambda",
        "for",
        "while",
        "with",
        "try",
        "except",
        "finally",
        "def",
        "class",
        "async",
    ];

    private static readonly HashSet<string> DecidingBehind = ["if", "for", "async"];

    /// <summary>Whether a failure here is caught: the place is in a <c>try</c> block.</summary>
    public static bool IsTried(CodeReading reading, int token)
    {
        var trees = reading.Trees;
        var open = trees.Parent(token);
        for (var steps = 0; open >= 0 && steps < Deepest; open = trees.Parent(open), steps++)
        {
            if (trees.IsOpen(open, Brackets.Block) && trees.Is(open - 2, ":") && trees.Is(open - 3, "try"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether loading the file reaches this place: it is in no block and in no branch of an expression.</summary>
    public static bool IsAlwaysReached(CodeReading reading, int token)
    {
        var trees = reading.Trees;
        for (int at = token, steps = 0; at >= 0; at = trees.Parent(at), steps++)
        {
            if (steps >= Deepest || trees.IsOpen(at, Brackets.Block) || IsDecided(trees, at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDecided(TokenTrees trees, int token)
    {
        var group = trees.Parent(token);
        var end = group < 0 ? trees.Count : trees.Partner(group);
        for (var at = trees.Before(token); at > group && !IsBetween(trees, at); at = trees.Before(at))
        {
            if (trees.IsAny(at, DecidingBefore))
            {
                return true;
            }
        }

        for (var at = trees.After(token); at < end && !IsBetween(trees, at); at = trees.After(at))
        {
            if (trees.IsAny(at, DecidingBehind))
            {
                return true;
            }
        }

        return false;
    }

    // What divides statements, or the elements of a list.
    private static bool IsBetween(TokenTrees trees, int at) =>
        trees.Is(at, ",") || trees.IsKind(at, TokenKind.Newline) || trees.IsClose(at, Brackets.Block);
}
