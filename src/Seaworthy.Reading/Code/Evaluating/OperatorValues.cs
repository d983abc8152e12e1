using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>The values of expressions with operators: fallbacks, conditionals, sums, casts.</summary>
internal sealed class OperatorValues(Evaluator evaluator)
{
    private static readonly string[] Fallbacks = ["||", "??", "or", "?:"];
    private static readonly string[] Conditions =
    [
        "&&",
        "and",
        "===",
        "!==",
        "==",
        "!=",
        "<",
        ">",
        "<=",
        ">=",
        "in",
        "not",
        "instanceof",
        "is",
    ];
    private static readonly string[] Casts = ["as", "satisfies"];

    private CodeSyntax Syntax => evaluator.Syntax;

    private TokenTrees Trees => Syntax.Trees;

    public CodeValue? Value(TokenRange range, int depth)
    {
        var operators = Operators(range);
        if (operators.Count == 0)
        {
            return null;
        }

        if (operators.Find(at => Trees.Is(at, "=>")) is > 0 || Trees.Is(range.First, "function") || Trees.Is(range.First, "lambda"))
        {
            return evaluator.Unknown(range, "it is a function");
        }

        var cast = operators.FindIndex(at => Trees.IsName(at) && Casts.Contains(Trees.Text(at)));
        if (cast >= 0 && operators[cast] > range.First)
        {
            return evaluator.Value(range with { End = operators[cast] }, depth + 1);
        }

        return Conditional(range, operators, depth)
            ?? Fallback(range, operators, depth)
            ?? (operators.Exists(IsCondition) || Trees.Is(range.First, "!") ? evaluator.Unknown(range, "it is a condition") : null)
            ?? Sum(range, operators, depth)
            ?? Path(range, operators, depth)
            ?? (
                operators.Exists(at => Trees.Chars(at) is "-" or "*" or "/" or "%" or "|" or "&" or "**" or "//" or "<<")
                    ? Arithmetic(range)
                    : null
            );
    }

    /// <summary>The operators outside inner groups, dots left out.</summary>
    private List<int> Operators(TokenRange range)
    {
        List<int> found = [];
        for (var at = range.First; at < range.End; at = Trees.After(at))
        {
            if (Trees.IsKind(at, TokenKind.Operator) ? !Trees.IsMemberSign(at) : Trees.IsName(at) && IsWordOperator(at))
            {
                found.Add(at);
            }
        }

        return found;
    }

    private bool IsWordOperator(int at) =>
        Trees.Chars(at)
            is "or"
                or "and"
                or "not"
                or "in"
                or "is"
                or "if"
                or "else"
                or "as"
                or "satisfies"
                or "instanceof"
                or "lambda"
                or "function"
        && !Trees.Is(at - 1, ".")
        && (Syntax.Language is Language.Python || Trees.Chars(at) is not ("or" or "and" or "not" or "is" or "if" or "else" or "lambda"));

    private bool IsCondition(int at) => Conditions.Contains(Trees.Text(at));

    private CodeValue? Conditional(TokenRange range, List<int> operators, int depth)
    {
        if (Syntax.Language == Language.Python)
        {
            var test = operators.Find(at => Trees.Is(at, "if"));
            var other = operators.Find(at => Trees.Is(at, "else"));
            return test > 0 && other > test
                ? Branches(range, new TokenRange(test + 1, other), range with { End = test }, range with { First = other + 1 }, depth)
                : null;
        }

        var question = operators.FindIndex(at => Trees.Is(at, "?"));
        if (question < 0)
        {
            return null;
        }

        var level = 0;
        for (var index = question; index < operators.Count; index++)
        {
            level +=
                Trees.Is(operators[index], "?") ? 1
                : Trees.Is(operators[index], ":") ? -1
                : 0;
            if (level == 0)
            {
                var (mark, colon) = (operators[question], operators[index]);
                return Branches(range, range with { End = mark }, new TokenRange(mark + 1, colon), range with { First = colon + 1 }, depth);
            }
        }

        return evaluator.Unknown(range, "it is not followed");
    }

    // "X ? Number(X) : d" is X with a default; otherwise nobody knows which branch holds.
    private CodeValue Branches(TokenRange whole, TokenRange test, TokenRange then, TokenRange otherwise, int depth)
    {
        var asked = evaluator.Value(test, depth + 1);
        var first = evaluator.Value(then, depth + 1);
        var second = evaluator.Value(otherwise, depth + 1);
        if (asked is CodeValue.Environment read && first is CodeValue.Environment same && read.Name == same.Name)
        {
            return same with { Default = second is CodeValue.Unknown { Why: "null" } ? null : second, Span = Syntax.Span(whole) };
        }

        return new CodeValue.Choice([first, second], Syntax.Span(whole)) { IsConditional = true };
    }

    private CodeValue? Fallback(TokenRange range, List<int> operators, int depth)
    {
        if (!operators.Exists(IsFallback) || operators.Exists(at => Trees.Is(at, "&&") || Trees.Is(at, "and")))
        {
            return null;
        }

        List<CodeValue> options = [];
        var start = range.First;
        foreach (var at in operators.Where(IsFallback).Append(range.End))
        {
            var option = evaluator.Value(new TokenRange(start, at), depth + 1);
            if (option is not CodeValue.Unknown { Why: "null" })
            {
                options.Add(option);
            }

            start = at + 1;
        }

        return evaluator.Merge(options, range);
    }

    private bool IsFallback(int at) => Fallbacks.Contains(Trees.Text(at));

    private CodeValue? Sum(TokenRange range, List<int> operators, int depth)
    {
        var sign = Syntax.Language == Language.Php ? "." : "+";
        var signs = operators.FindAll(at => Trees.Is(at, sign) && at > range.First);
        if (signs.Count == 0 || operators.Exists(at => Trees.Chars(at) is "-" or "*" or "/" or "%" or "="))
        {
            return null;
        }

        List<CodeValue> parts = [];
        var start = range.First;
        foreach (var at in signs.Append(range.End))
        {
            parts.Add(evaluator.Value(new TokenRange(start, at), depth + 1));
            start = at + 1;
        }

        return sign == "+" && parts.TrueForAll(IsNumber) ? Arithmetic(range) : new CodeValue.Concatenation(parts, Syntax.Span(range));
    }

    // Python's "BASE / 'logs'".
    private CodeValue.Concatenation? Path(TokenRange range, List<int> operators, int depth)
    {
        if (Syntax.Language != Language.Python || !operators.TrueForAll(at => Trees.Is(at, "/")))
        {
            return null;
        }

        List<CodeValue> parts = [];
        var start = range.First;
        foreach (var at in operators.Append(range.End))
        {
            var value = evaluator.Value(new TokenRange(start, at), depth + 1);
            parts.AddRange(parts.Count > 0 ? [new CodeValue.Literal("/", value.Span), value] : [value]);
            start = at + 1;
        }

        return parts.Exists(part => part is CodeValue.Literal { Text: not "/" } && !IsNumber(part))
            ? new CodeValue.Concatenation(parts, Syntax.Span(range))
            : null;
    }

    private bool IsNumber(CodeValue value) => value is CodeValue.Literal && char.IsAsciiDigit(Syntax.File.Text[value.Span.Start]);

    private CodeValue Arithmetic(TokenRange range) =>
        ArithmeticReader.Read(Trees, range) is { } number
            ? new CodeValue.Literal(number, Syntax.Span(range))
            : evaluator.Unknown(range, "it is computed");
}
