using System.Collections.Frozen;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Where JavaScript statements and TypeScript types end. Source: ECMA-262, "Automatic Semicolon Insertion".</summary>
internal static class JavaScriptLines
{
    private static readonly FrozenSet<string> Continuing = new[]
    {
        ".",
        "?.",
        "||",
        "&&",
        "??",
        "+",
        "-",
        "*",
        "/",
        "%",
        "?",
        ":",
        "=",
        "==",
        "===",
        "!=",
        "!==",
        "=>",
        "<",
        ">",
        "<=",
        ">=",
        "|",
        "&",
        "^",
        "+=",
        "as",
        "satisfies",
        "in",
        "instanceof",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OpenEnded = new[]
    {
        "return",
        "await",
        "typeof",
        "new",
        "in",
        "of",
        "instanceof",
        "as",
        "extends",
        "const",
        "let",
        "var",
        "yield",
        "throw",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A type that is longer than this is no annotation, and looking on from every colon would cost the square of the line.
    private const int LongestType = 200;

    public static bool Continues(TokenTrees trees, int at) =>
        trees.IsKind(at, TokenKind.Open) ? trees[at].Bracket is Brackets.Paren or Brackets.Template : trees.IsAny(at, Continuing);

    public static bool IsOpenEnded(TokenTrees trees, int at) =>
        trees.IsKind(at, TokenKind.Operator)
            ? !(
                trees.Is(at, "++")
                || trees.Is(at, "--")
                || (trees.Is(at, "!") && (trees.IsName(at - 1) || trees.IsKind(at - 1, TokenKind.Close)))
            )
            : trees.IsAny(at, OpenEnded);

    /// <summary>The end of a type annotation: at <c>=</c>, <c>;</c>, <c>,</c>, a closing bracket, or a line that does not go on.</summary>
    public static int TypeEnd(TokenTrees trees, int start, int limit)
    {
        var depth = 0;
        var at = start;
        for (var steps = 0; at < limit && steps < LongestType; at = trees.After(at), steps++)
        {
            if (depth <= 0 && (trees.Is(at, "=") || trees.Is(at, ";") || trees.Is(at, ",")))
            {
                return at;
            }

            if (at > start && depth <= 0 && trees[at].StartsLine && !Continues(trees, at) && !IsOpenEnded(trees, at - 1))
            {
                return at;
            }

            depth +=
                trees.Is(at, "<") ? 1
                : trees.Is(at, ">") ? -1
                : 0;
        }

        return Math.Min(at, limit);
    }
}
