using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Paths that a handler answers without a router: it compares the request's with them.</summary>
/// <remarks>Source: package documentation, "net/http", type Request; "net/url", type URL.</remarks>
internal sealed class GoComparedPaths : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        var trees = reading.Trees;
        for (var at = 0; at < trees.Count - 3; at++)
        {
            if (trees.Is(at, "URL") && trees.Is(at + 1, ".") && trees.Is(at + 2, "Path"))
            {
                Compared(reading, at + 3);
            }
        }
    }

    private static void Compared(CodeReading reading, int behind)
    {
        var trees = reading.Trees;
        if (trees.Is(behind, "=="))
        {
            Add(reading, behind + 1, isPrefix: false);
        }
        else if (trees.Is(behind, ",") && trees.Parent(behind) is > 0 and var open && trees.Is(open - 1, "HasPrefix"))
        {
            Add(reading, behind + 1, isPrefix: true);
        }
        else if (trees.IsOpen(behind, '{') && IsSwitched(trees, behind))
        {
            Cases(reading, behind);
        }
    }

    private static bool IsSwitched(TokenTrees trees, int block)
    {
        var at = block - 1;
        while (at > 0 && (trees.IsName(at) || trees.Is(at, ".")) && !trees.Is(at, "switch"))
        {
            at--;
        }

        return trees.Is(at, "switch");
    }

    private static void Cases(CodeReading reading, int block)
    {
        var trees = reading.Trees;
        var inside = trees.Inside(block);
        for (var at = inside.First; at < inside.End; at = trees.After(at))
        {
            if (!trees.Is(at, "case"))
            {
                continue;
            }

            do
            {
                Add(reading, at + 1, isPrefix: false);
                at += 2;
            } while (trees.Is(at, ","));
        }
    }

    private static void Add(CodeReading reading, int token, bool isPrefix)
    {
        TokenRange range = new(token, token + 1);
        if (reading.Value(range, null) is CodeValue.Literal { Text: ['/', ..] } path && !IsLetThrough(reading.Trees, token))
        {
            reading.Routes.Add(new Route(null, "*", path, Route.Compared, reading.Syntax.Span(range)) { IsPrefix = isPrefix });
        }
    }

    /// <summary>A middleware that spares the path its check hands the request on; who answers it is another question.</summary>
    private static bool IsLetThrough(TokenTrees trees, int token)
    {
        var at = trees.ParentBracket(token) == '(' ? trees.After(trees.Parent(token)) : token + 1;
        while (at < trees.Count && !trees.IsOpen(at, '{') && !trees.Is(at, ":") && !trees.IsKind(at, TokenKind.Close))
        {
            at = trees.After(at);
        }

        return trees.IsOpen(at, '{') && HandsOn(trees, trees.Inside(at));
    }

    private static bool HandsOn(TokenTrees trees, TokenRange block)
    {
        for (var at = block.First; at < block.End; at++)
        {
            if (trees.Is(at, "next") || trees.Is(at, "Next"))
            {
                return true;
            }
        }

        return false;
    }
}
