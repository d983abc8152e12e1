using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Whether a read happens under a condition only.</summary>
internal static class PythonBranches
{
    // After these, Python evaluates the right side only if the left side requires it.
    private static readonly HashSet<string> Choosing = ["and", "or", "else", "lambda"];

    /// <summary>The condition asks whether the very variable is set: <c>os.environ["X"] if "X" in os.environ else None</c>, <c>if os.getenv("X"): os.environ["X"]</c>.</summary>
    public static bool IsAskedFirst(CodeReading reading, TokenRange site, string name) =>
        Outer(reading, site).Any(condition => reading.Syntax.Span(condition.Test).Text is var test && Names(test, name))
        || (IsOfExpression(reading, site) && Names(LineWithout(reading, site), name));

    /// <summary>One branch of an expression, or below an <c>if</c> that is not the one around the program.</summary>
    public static bool IsOne(CodeReading reading, TokenRange site) =>
        IsOfExpression(reading, site) || Outer(reading, site).Any(condition => !IsMain(reading, condition));

    private static IEnumerable<CodeCondition> Outer(CodeReading reading, TokenRange site) =>
        reading.Syntax.Conditions.Where(condition => condition.Body.Contains(site.First));

    private static bool IsMain(CodeReading reading, CodeCondition condition) => reading.Trees.Is(condition.Test.First, "__name__");

    private static bool IsOfExpression(CodeReading reading, TokenRange site)
    {
        var trees = reading.Trees;
        for (var at = trees.Before(site.First); at >= 0 && !IsEnd(trees, at); at = trees.Before(at))
        {
            if (trees.IsAny(at, Choosing) && !trees.Is(trees.After(at), ":"))
            {
                return true;
            }
        }

        for (var at = site.End; at < trees.Count && !IsEnd(trees, at); at = trees.After(at))
        {
            if (trees.Is(at, "if"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEnd(TokenTrees trees, int at) =>
        trees.Is(at, ",")
        || trees.IsKind(at, TokenKind.Newline)
        || trees.IsKind(at, TokenKind.Open)
        || trees.IsKind(at, TokenKind.Close)
        || trees.IsClose(at, Brackets.Block);

    private static bool Names(string text, string name) =>
        text.Contains($"\"{name}\"", StringComparison.Ordinal) || text.Contains($"'{name}'", StringComparison.Ordinal);

    /// <summary>The rest of the line, in which the condition stands.</summary>
    private static string LineWithout(CodeReading reading, TokenRange site)
    {
        var span = reading.Syntax.Span(site);
        return span.Line.Replace(span.Text, "", StringComparison.Ordinal);
    }
}
