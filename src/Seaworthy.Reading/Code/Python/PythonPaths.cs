using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>File paths put together with <c>os.path.join</c> or <c>/</c>.</summary>
internal static class PythonPaths
{
    private const int LongestPath = 40;
    private const int MostNames = 4;
    private const int MostTokens = 4_000;

    public static CodeValue? Join(CodeCall call, Evaluator evaluator)
    {
        List<CodeValue> parts = [];
        foreach (var argument in call.Arguments)
        {
            var value = evaluator.Value(argument.Value, 1);
            if (parts.Count > 0)
            {
                parts.Add(new CodeValue.Literal("/", value.Span));
            }

            parts.Add(value);
        }

        return new CodeValue.Concatenation(parts, call.Span);
    }

    /// <summary>The parts that a path expression writes out, behind the directory it begins at: <c>data/app.db</c> of <c>BASE_DIR / "data" / "app.db"</c>.</summary>
    public static string Tail(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        var range =
            value.Count == 1
            && reading.Trees.IsName(value.First)
            && reading.AssignmentOf(reading.Trees.Text(value.First), scope) is { } named
                ? named.Value
                : value;
        // What is assigned later, or around the expression, is another value.
        var parts = Tokens(reading, range, scope, (named, around) => named.End <= around.First)
            .Where(at => reading.Trees.IsKind(at, TokenKind.String))
            .Select(at => Literals.Value(reading.Trees, at).Trim('/'));
        return string.Join('/', parts.Where(part => part.Length > 0));
    }

    /// <summary>The tokens from one to the end of its line.</summary>
    public static TokenRange Line(CodeReading reading, int start)
    {
        var end = start;
        while (end < reading.Trees.Count && !reading.Trees.IsKind(end, TokenKind.Newline))
        {
            end = reading.Trees.After(end);
        }

        return new TokenRange(start, end);
    }

    /// <summary>Whether a path expression begins at the source file's own directory, be it through other names: <c>BASE_DIR / "media"</c>.</summary>
    public static bool BeginsAtFile(CodeReading reading, TokenRange value, CodeScope? scope) =>
        Tokens(reading, value, scope, (_, _) => true).Any(at => reading.Trees.Is(at, "__file__"));

    /// <summary>The tokens of an expression, and behind each name those of its value: so many at the most, however the names refer to each other.</summary>
    /// <param name="follows">Whether a value, found for a name in an expression, is followed.</param>
    private static IEnumerable<int> Tokens(
        CodeReading reading,
        TokenRange value,
        CodeScope? scope,
        Func<TokenRange, TokenRange, bool> follows
    ) => Tokens(reading, value, scope, follows, 0).Take(MostTokens);

    private static IEnumerable<int> Tokens(
        CodeReading reading,
        TokenRange value,
        CodeScope? scope,
        Func<TokenRange, TokenRange, bool> follows,
        int depth
    )
    {
        for (var at = value.First; at < value.End && at < value.First + LongestPath; at++)
        {
            yield return at;
            if (
                depth < MostNames
                && reading.Trees.IsName(at)
                && !reading.Trees.Is(at - 1, ".")
                && reading.AssignmentOf(reading.Trees.Text(at), scope) is { } named
                && !named.Value.Contains(at)
                && follows(named.Value, value)
            )
            {
                foreach (var inner in Tokens(reading, named.Value, named.Scope, follows, depth + 1))
                {
                    yield return inner;
                }
            }
        }
    }
}
