using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>File paths put together with <c>os.path.join</c> or <c>/</c>.</summary>
internal static class PythonPaths
{
    private const int LongestPath = 40;

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
        return string.Join('/', Parts(reading, range, scope, 0).Where(part => part.Length > 0));
    }

    private static IEnumerable<string> Parts(CodeReading reading, TokenRange range, CodeScope? scope, int depth)
    {
        for (var at = range.First; at < range.End && at < range.First + LongestPath; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String))
            {
                yield return Literals.Value(reading.Trees, at).Trim('/');
            }
            else if (
                depth < 4
                && reading.Trees.IsName(at)
                && !reading.Trees.Is(at - 1, ".")
                && reading.AssignmentOf(reading.Trees.Text(at), scope) is { } named
                && !named.Value.Contains(at)
                && named.Value.End <= range.First
            )
            {
                foreach (var part in Parts(reading, named.Value, named.Scope, depth + 1))
                {
                    yield return part;
                }
            }
        }
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
    public static bool BeginsAtFile(CodeReading reading, TokenRange value, CodeScope? scope) => BeginsAtFile(reading, value, scope, 0);

    private static bool BeginsAtFile(CodeReading reading, TokenRange value, CodeScope? scope, int depth)
    {
        for (var at = value.First; at < value.End && at < value.First + LongestPath; at++)
        {
            if (reading.Trees.Is(at, "__file__"))
            {
                return true;
            }

            if (
                depth < 4
                && reading.Trees.IsName(at)
                && !reading.Trees.Is(at - 1, ".")
                && reading.AssignmentOf(reading.Trees.Text(at), scope) is { } assignment
                && !assignment.Value.Contains(at)
                && BeginsAtFile(reading, assignment.Value, assignment.Scope, depth + 1)
            )
            {
                return true;
            }
        }

        return false;
    }
}
