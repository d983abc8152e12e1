using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>The calls that follow a call in its chain, with the question marks between them.</summary>
internal static class RustChain
{
    private const int Longest = 64;

    /// <summary>The next methods called on a call's result, in order.</summary>
    public static IEnumerable<CodeCall> After(CodeSyntax syntax, CodeCall call)
    {
        for (var steps = 0; steps < Longest; steps++)
        {
            var at = SkipMarks(syntax.Trees, call.End);
            if (!syntax.Trees.Is(at, ".") || !syntax.Trees.IsName(at + 1))
            {
                yield break;
            }

            if (syntax.Trees.Is(at + 1, "await"))
            {
                at = SkipMarks(syntax.Trees, at + 2);
                if (!syntax.Trees.Is(at, ".") || !syntax.Trees.IsName(at + 1))
                {
                    yield break;
                }
            }

            if (Opening(syntax, at + 2) is not { } next)
            {
                yield break;
            }

            yield return call = next;
        }
    }

    /// <summary>Whether the error of a call is handed on at once: <c>?</c>.</summary>
    public static bool IsTried(CodeSyntax syntax, CodeCall call) => syntax.Trees.Is(call.End, "?");

    private static int SkipMarks(TokenTrees trees, int at)
    {
        while (trees.Is(at, "?"))
        {
            at++;
        }

        return at;
    }

    // Type arguments may stand between the name and the bracket: parse::<u16>().
    private static CodeCall? Opening(CodeSyntax syntax, int at)
    {
        for (var steps = 0; steps < 40; steps++, at = syntax.Trees.After(at))
        {
            if (syntax.Trees.IsOpen(at, Brackets.Paren))
            {
                return syntax.CallAt(at);
            }

            if (
                !(
                    syntax.Trees.Is(at, "::")
                    || syntax.Trees.Is(at, "<")
                    || syntax.Trees.Is(at, ">")
                    || syntax.Trees.IsName(at)
                    || syntax.Trees.Is(at, ",")
                    || syntax.Trees.Is(at, "&")
                )
            )
            {
                return null;
            }
        }

        return null;
    }
}
