using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Whether a variable decides that a place counts: a branch of <c>process.env.DATABASE_URL ? … : { host: process.env.DATABASE_HOST }</c>.</summary>
internal static class VariableChoice
{
    private const int Deepest = 20;

    public static bool Has(TokenTrees trees, int token)
    {
        for (var (at, steps) = (token, 0); at >= 0 && steps < Deepest; at = trees.Parent(at), steps++)
        {
            if (IsBranch(trees, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A question mark stands before it in its own group, and what is asked there is the environment.</summary>
    private static bool IsBranch(TokenTrees trees, int token)
    {
        var (group, isAsked) = (trees.Parent(token), false);
        for (var at = trees.Before(token); at > group && !IsBetween(trees, at); at = trees.Before(at))
        {
            if (isAsked && trees.Is(at, "env"))
            {
                return true;
            }

            isAsked |= trees.Is(at, "?");
        }

        return false;
    }

    private static bool IsBetween(TokenTrees trees, int at) =>
        trees.Is(at, ",") || trees.Is(at, ";") || trees.Is(at, "=") || trees.Is(at, "=>") || trees.IsKind(at, TokenKind.Newline);
}
