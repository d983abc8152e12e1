using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Whether a Python body does nothing: <c>pass</c>, <c>...</c>, a docstring, or nothing at all.</summary>
internal static class PythonBody
{
    public static bool IsEmpty(CodeSyntax syntax, TokenRange body)
    {
        var trees = syntax.Trees;
        for (var token = body.First; token < body.End; token++)
        {
            var isNothing =
                trees.IsKind(token, TokenKind.Newline)
                || trees.IsKind(token, TokenKind.Open) && trees.IsOpen(token, Brackets.Block)
                || trees.IsClose(token, Brackets.Block)
                || trees.Is(token, "pass")
                || trees.Is(token, "...")
                || trees.IsKind(token, TokenKind.String) && (token + 1 >= body.End || trees.IsKind(token + 1, TokenKind.Newline));
            if (!isNothing)
            {
                return false;
            }
        }

        return true;
    }
}
