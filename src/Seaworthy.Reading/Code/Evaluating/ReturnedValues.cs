using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Formats.Code.Shaping;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>What functions of the file give back that take nothing: <c>getBaseUrl()</c>. Several returns are a conditional choice.</summary>
internal sealed class ReturnedValues(Evaluator evaluator)
{
    private const int MostReturns = 4;
    private const int LongestBody = 300;
    private const int StepDown = 6;

    private Dictionary<string, CodeFunction>? functions;

    private TokenTrees Trees => evaluator.Syntax.Trees;

    public CodeValue? Of(CodeCall call, int depth)
    {
        if (
            call.Arguments.Count > 0
            || call.Receiver is not null
            || call.Kind != CallKind.Call
            || Trees.Language is not (Language.JavaScript or Language.TypeScript or Language.Python)
        )
        {
            return null;
        }

        functions ??= evaluator
            .Syntax.Functions.Where(function => function is { Parent: null, Name.Length: > 0, Parameters.Count: 0 })
            .DistinctBy(function => function.Name)
            .ToDictionary(function => function.Name, StringComparer.Ordinal);
        return functions.TryGetValue(call.Path, out var found) && found.Body.Count is > 0 and < LongestBody
            ? Value(found, call, depth)
            : null;
    }

    private CodeValue? Value(CodeFunction function, CodeCall call, int depth)
    {
        if (Trees.Is(function.Body.First - 1, "=>"))
        {
            return Local(function, evaluator.Value(function.Body, depth + StepDown), depth);
        }

        List<CodeValue> values = [];
        foreach (var expression in Returns(function))
        {
            values.Add(Local(function, evaluator.Value(expression, depth + StepDown), depth));
        }

        return values switch
        {
            [] => null,
            [var only] => only,
            { Count: > MostReturns } => null,
            _ => new CodeValue.Choice(values, call.Span) { IsConditional = true },
        };
    }

    // A name of the function itself means nothing outside it.
    private CodeValue Local(CodeFunction function, CodeValue value, int depth) =>
        value is CodeValue.Reference reference
        && InOrder
            .Within(evaluator.Syntax.Assignments, assignment => assignment.Token, function.Body)
            .FirstOrDefault(assignment => assignment.Name == reference.Name)
            is { Member: null } local
            ? evaluator.Value(local.Value, depth + StepDown)
            : value;

    private IEnumerable<TokenRange> Returns(CodeFunction function)
    {
        var inner = evaluator.Syntax.FunctionsIn(function).Select(other => other.Body).ToList();
        for (var at = function.Body.First; at < function.Body.End; at++)
        {
            if (Trees.Is(at, "return") && !inner.Exists(body => body.Contains(at)))
            {
                yield return new TokenRange(at + 1, EndOf(at + 1, function.Body.End));
            }
        }
    }

    private int EndOf(int start, int limit)
    {
        var at = start;
        while (
            at < limit
            && !Trees.Is(at, ";")
            && !Trees.IsKind(at, TokenKind.Newline)
            && !Trees.IsKind(at, TokenKind.Close)
            && !(at > start && Trees[at].StartsLine && !JavaScriptLines.Continues(Trees, at) && !JavaScriptLines.IsOpenEnded(Trees, at - 1))
        )
        {
            at = Trees.After(at);
        }

        return at;
    }
}
