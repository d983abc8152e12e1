namespace Seaworthy.Reading.Formats.Code;

/// <summary>Paths of files as PHP writes them, as far as they are literal: beside the file (<c>./x.php</c>) or from the application's root (<c>~/x.php</c>).</summary>
internal static class PhpPaths
{
    /// <summary>Marks what is found from the root of the application on.</summary>
    public const string FromRoot = "~/";

    /// <summary><c>__DIR__.'/x.php'</c>, <c>base_path('x.php')</c>, <c>'x.php'</c>; null for anything else.</summary>
    public static string? Of(TokenTrees trees, TokenRange range)
    {
        if (trees.IsOpen(range.First, Brackets.Paren) && trees.After(range.First) == range.End)
        {
            range = trees.Inside(range.First);
        }

        return range.Count switch
        {
            1 when trees.IsKind(range.First, TokenKind.String) => "./" + Literals.Value(trees, range.First).TrimStart('/'),
            3 when trees.Is(range.First, "__DIR__") && trees.Is(range.First + 1, ".") && trees.IsKind(range.First + 2, TokenKind.String) =>
                "./" + Literals.Value(trees, range.First + 2).TrimStart('/'),
            4 when trees.Is(range.First, "base_path") && trees.IsKind(range.First + 2, TokenKind.String) => FromRoot
                + Literals.Value(trees, range.First + 2).TrimStart('/'),
            _ => null,
        };
    }
}
