using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>File paths put together with <c>path.join</c>; parts that say where the source file is (<c>__dirname</c>) are left out and marked.</summary>
internal static class JavaScriptPaths
{
    public static CodeValue Join(CodeCall call, Evaluator evaluator)
    {
        List<CodeValue> parts = [];
        foreach (var argument in call.Arguments)
        {
            if (IsOwnDirectory(evaluator.Syntax, argument.Value) || IsWorkingDirectory(evaluator.Syntax, argument.Value))
            {
                continue;
            }

            var value = evaluator.Value(argument.Value, 1);
            if (parts.Count > 0 && !(parts[^1] is CodeValue.Literal { Text: var before } && before.EndsWith('/')))
            {
                parts.Add(new CodeValue.Literal("/", value.Span));
            }

            parts.Add(value is CodeValue.Literal literal && parts.Count > 0 ? literal with { Text = literal.Text.TrimStart('/') } : value);
        }

        return parts.TrueForAll(part => part is CodeValue.Literal)
            ? new CodeValue.Literal(string.Concat(parts.Select(part => ((CodeValue.Literal)part).Text)), call.Span)
            : new CodeValue.Concatenation(parts, call.Span);
    }

    /// <summary><c>__dirname</c>, <c>import.meta.dirname</c>, <c>import.meta.url</c>.</summary>
    public static bool IsOwnDirectory(CodeSyntax syntax, TokenRange value) =>
        value.Count is 1 or 5 && syntax.Span(value).Text is "__dirname" or "import.meta.dirname" or "import.meta.url";

    public static bool IsWorkingDirectory(CodeSyntax syntax, TokenRange value) =>
        value.Count is > 3 and < 6 && syntax.Span(value).Text is "process.cwd()";

    /// <summary>Whether a path expression begins at the source file's own directory.</summary>
    public static bool BeginsAtFile(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        for (var at = value.First; at < value.End && at < value.First + 16; at++)
        {
            if (reading.Trees.Is(at, "__dirname") || reading.Trees.Is(at, "dirname"))
            {
                return true;
            }
        }

        return value.Count == 1
            && reading.AssignmentOf(reading.Trees.Text(value.First), scope) is { } assignment
            && assignment.Value.Count > 1
            && BeginsAtFile(reading, assignment.Value, null);
    }
}
