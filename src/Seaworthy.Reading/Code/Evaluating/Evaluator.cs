using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>
/// Expressions to <see cref="CodeValue"/>s, as far as one file tells them: literals, templates, concatenation, fallbacks, conditionals, environment reads, references.
/// Everything else is <see cref="CodeValue.Unknown"/> with the reason. Bounded in depth and in the length of an expression.
/// </summary>
internal sealed class Evaluator(CodeSyntax syntax, ValueRules rules)
{
    private const int MaximumDepth = 24;
    private const int MaximumLength = 4000;

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

    public CodeSyntax Syntax { get; } = syntax;

    public ValueRules Rules { get; } = rules;

    private TokenTrees Trees => Syntax.Trees;

    public CodeValue Value(TokenRange range) => Value(range, 0);

    /// <summary>The text of a literal without holes; null for everything else.</summary>
    public string? Literal(TokenRange range) => Value(range) is CodeValue.Literal literal ? literal.Text : null;

    public string? Literal(CodeArgument? argument) => argument is null ? null : Literal(argument.Value);

    public CodeValue? Value(CodeArgument? argument) => argument is null ? null : Value(argument.Value);

    /// <summary>The value of a destructured name: <c>const { A = 1 } = process.env</c>.</summary>
    public CodeValue Member(CodeAssignment assignment)
    {
        var name = assignment.Member ?? "";
        var fallback = assignment.Default.IsEmpty ? null : Value(assignment.Default);
        if (Rules.IsEnvironment(assignment.Value))
        {
            return new CodeValue.Environment(name, fallback, assignment.Span);
        }

        CodeValue value = DottedName(assignment.Value) is { } path
            ? new CodeValue.Reference($"{path}.{name}", assignment.Span)
            : new CodeValue.Unknown("it is not followed", assignment.Span);
        return fallback is null ? value : new CodeValue.Choice([value, fallback], assignment.Span);
    }

    public CodeValue Value(TokenRange range, int depth)
    {
        range = Trim(range);
        if (range.IsEmpty)
        {
            return Unknown(range, "nothing is written");
        }

        if (depth > MaximumDepth || range.Count > MaximumLength)
        {
            return Unknown(range, "the expression is too long");
        }

        if (Rules.Environment(range, this) is { } access)
        {
            return new CodeValue.Environment(access.Name, access.Default, Syntax.Span(range));
        }

        return Single(range) ?? Operation(range, depth) ?? Postfix(range, depth);
    }

    private CodeValue.Unknown Unknown(TokenRange range, string why) => new(why, Syntax.Span(range));

    // Signs around a value that leave it as it is.
    private TokenRange Trim(TokenRange range)
    {
        for (var steps = 0; steps < 16 && !range.IsEmpty; steps++)
        {
            if (IsPrefix(range.First) && range.Count > 1)
            {
                range = range with { First = range.First + 1 };
            }
            else if (IsSuffix(range.End - 1) && range.Count > 1)
            {
                range = range with { End = range.End - 1 };
            }
            else if (Trees.IsOpen(range.First, Brackets.Paren) && Trees.After(range.First) == range.End)
            {
                range = Trees.Inside(range.First);
            }
            else
            {
                break;
            }
        }

        return range;
    }

    private bool IsPrefix(int at) =>
        Trees.IsKind(at, TokenKind.Newline)
        || Trees.Is(at, "await")
        || (Syntax.Language == Language.Rust && (Trees.Is(at, "&") || Trees.Is(at, "*") || Trees.Is(at, "mut")))
        || (Syntax.Language == Language.Go && Trees.Is(at, "&"))
        || (Syntax.Language == Language.CSharp && Trees.Is(at, "new"));

    private bool IsSuffix(int at) =>
        Trees.IsKind(at, TokenKind.Newline)
        || (Trees.Is(at, "!") && Syntax.Language != Language.Rust)
        || (Trees.Is(at, "?") && Syntax.Language == Language.Rust)
        || Trees.Is(at, ";");

    /// <summary>One token, one template string, one dotted name.</summary>
    private CodeValue? Single(TokenRange range)
    {
        var first = range.First;
        if (Trees.IsOpen(first, Brackets.Template) && Trees.After(first) == range.End)
        {
            return Template(first);
        }

        if (range.Count == 1)
        {
            return Trees[first].Kind switch
            {
                TokenKind.String => new CodeValue.Literal(Literals.Value(Trees, first), Syntax.Span(range)),
                TokenKind.Number => new CodeValue.Literal(Literals.Number(Trees.Text(first)), Syntax.Span(range)),
                TokenKind.Name => Name(range),
                _ => Unknown(range, "it is not followed"),
            };
        }

        return DottedName(range) is { } path ? new CodeValue.Reference(path, Syntax.Span(range)) : null;
    }

    private CodeValue Name(TokenRange range) =>
        Trees.Text(range.First) switch
        {
            "true" or "True" => new CodeValue.Literal("true", Syntax.Span(range)),
            "false" or "False" => new CodeValue.Literal("false", Syntax.Span(range)),
            "null" or "undefined" or "None" or "nil" or "NaN" => Unknown(range, "null"),
            var name => new CodeValue.Reference(name, Syntax.Span(range)),
        };

    /// <summary><c>a.b::c</c> as a dotted path; null when the range is anything else.</summary>
    public string? DottedName(TokenRange range)
    {
        if (range.Count > 32 || range.Count % 2 == 0 && !HasBang(range))
        {
            return null;
        }

        List<string> names = [];
        for (var at = range.First; at < range.End; at++)
        {
            if (Trees.IsName(at) && names.Count * 2 <= range.Count)
            {
                names.Add(Trees.Text(at));
            }
            else if (
                !(Trees.Is(at, ".") || Trees.Is(at, "?.") || Trees.Is(at, "::") || Trees.Is(at, "!"))
                || !(Trees.IsName(at - 1) || Trees.Is(at - 1, "!"))
            )
            {
                return null;
            }
        }

        return names.Count > 0 && HasDotsBetween(range) ? string.Join('.', names) : null;
    }

    private bool HasBang(TokenRange range) => Trees.Find(range, "!") >= 0;

    private bool HasDotsBetween(TokenRange range)
    {
        for (var at = range.First + 1; at < range.End; at++)
        {
            if (Trees.IsName(at) && Trees.IsName(at - 1))
            {
                return false;
            }
        }

        return Trees.IsName(range.First) && Trees.IsName(range.End - 1);
    }

    private CodeValue Template(int open)
    {
        List<CodeValue> parts = [];
        var inside = Trees.Inside(open);
        for (var at = inside.First; at < inside.End; at = Trees.After(at))
        {
            var range = new TokenRange(at, Trees.After(at));
            parts.Add(
                Trees.IsOpen(at, Brackets.Hole)
                    ? Value(Trees.Inside(at), 1)
                    : new CodeValue.Literal(Literals.Text(Trees, at), Syntax.Span(range))
            );
        }

        var span = Syntax.Span(new TokenRange(open, Trees.After(open)));
        return parts switch
        {
            [] => new CodeValue.Literal("", span),
            [CodeValue.Literal only] => only with { Span = span },
            _ => new CodeValue.Concatenation(parts, span),
        };
    }

    private CodeValue? Operation(TokenRange range, int depth)
    {
        var operators = Operators(range);
        if (operators.Count == 0)
        {
            return null;
        }

        if (operators.Find(at => Trees.Is(at, "=>")) is > 0 || Trees.Is(range.First, "function") || Trees.Is(range.First, "lambda"))
        {
            return Unknown(range, "it is a function");
        }

        var cast = operators.FindIndex(at => Trees.IsName(at) && Casts.Contains(Trees.Text(at)));
        if (cast >= 0 && operators[cast] > range.First)
        {
            return Value(range with { End = operators[cast] }, depth + 1);
        }

        return Conditional(range, operators, depth)
            ?? Fallback(range, operators, depth)
            ?? (operators.Exists(IsCondition) || Trees.Is(range.First, "!") ? Unknown(range, "it is a condition") : null)
            ?? Sum(range, operators, depth)
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
            if (
                Trees.IsKind(at, TokenKind.Operator) ? Trees.Chars(at) is not ("." or "?." or "::") : Trees.IsName(at) && IsWordOperator(at)
            )
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

        return Unknown(range, "it is not followed");
    }

    // "X ? Number(X) : d" is X with a default; otherwise nobody knows which branch holds.
    private CodeValue Branches(TokenRange whole, TokenRange test, TokenRange then, TokenRange otherwise, int depth)
    {
        var asked = Value(test, depth + 1);
        var first = Value(then, depth + 1);
        var second = Value(otherwise, depth + 1);
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
            var option = Value(new TokenRange(start, at), depth + 1);
            if (option is not CodeValue.Unknown { Why: "null" })
            {
                options.Add(option);
            }

            start = at + 1;
        }

        return Merge(options, range);
    }

    private bool IsFallback(int at) => Fallbacks.Contains(Trees.Text(at));

    /// <summary>Options in order as one value: an environment read takes what follows it as its default.</summary>
    public CodeValue Merge(List<CodeValue> options, TokenRange range)
    {
        var span = Syntax.Span(range);
        if (options.Count == 0)
        {
            return new CodeValue.Unknown("null", span);
        }

        var merged = options[^1];
        for (var index = options.Count - 2; index >= 0; index--)
        {
            merged = options[index] switch
            {
                CodeValue.Environment { Default: null } read => read with { Default = merged, Span = read.Span.To(merged.Span) },
                CodeValue.Literal { Text.Length: > 0 } literal => literal,
                CodeValue.Literal => merged,
                var option when merged is CodeValue.Choice { IsConditional: false } rest => new CodeValue.Choice(
                    [option, .. rest.Options],
                    span
                ),
                var option => new CodeValue.Choice([option, merged], span),
            };
        }

        return merged;
    }

    private CodeValue? Sum(TokenRange range, List<int> operators, int depth)
    {
        var signs = operators.FindAll(at => Trees.Is(at, "+") && at > range.First);
        if (signs.Count == 0 || operators.Exists(at => Trees.Chars(at) is "-" or "*" or "/" or "%" or "="))
        {
            return null;
        }

        List<CodeValue> parts = [];
        var start = range.First;
        foreach (var at in signs.Append(range.End))
        {
            parts.Add(Value(new TokenRange(start, at), depth + 1));
            start = at + 1;
        }

        return parts.TrueForAll(IsNumber) ? Arithmetic(range) : new CodeValue.Concatenation(parts, Syntax.Span(range));
    }

    private bool IsNumber(CodeValue value) => value is CodeValue.Literal && char.IsAsciiDigit(Syntax.File.Text[value.Span.Start]);

    private CodeValue Arithmetic(TokenRange range) =>
        ArithmeticReader.Read(Trees, range) is { } number
            ? new CodeValue.Literal(number, Syntax.Span(range))
            : Unknown(range, "it is computed");

    private CodeValue Postfix(TokenRange range, int depth)
    {
        var close = range.End - 1;
        if (
            !Trees.IsKind(close, TokenKind.Close)
            || Syntax.CallAt(Trees.Partner(close)) is not { } call
            || (call.Whole.First != range.First && !call.Path.StartsWith('.'))
        )
        {
            return Unknown(range, "it is not followed");
        }

        return call.Kind == CallKind.Index ? Index(call, range) : Call(call, range, depth);
    }

    private CodeValue Index(CodeCall index, TokenRange range) =>
        index.Receiver is null && !index.Path.StartsWith('.') && index.Arguments.Count == 1 && Literal(index.Arguments[0].Value) is { } key
            ? new CodeValue.Reference($"{index.Path}.{key}", Syntax.Span(range))
            : Unknown(range, "it is not followed");

    private CodeValue Call(CodeCall call, TokenRange range, int depth)
    {
        if (call.Receiver is null && Rules.TransparentCalls.Contains(call.Path) && call.Positional(0) is { } argument)
        {
            return Value(argument.Value, depth + 1);
        }

        if (Rules.Special(call, this) is { } special)
        {
            return special;
        }

        if (Rules.TransparentMethods.Contains(call.Name) && ReceiverOf(call, range) is { IsEmpty: false } receiver)
        {
            return Value(receiver, depth + 1);
        }

        if (
            Rules.FallbackMethods.Contains(call.Name)
            && call.Positional(0) is { } fallback
            && ReceiverOf(call, range) is { IsEmpty: false } owner
        )
        {
            return Merge([Value(owner, depth + 1), Value(Body(fallback.Value), depth + 1)], range);
        }

        return Unknown(range, $"{call.Path}() is not followed");
    }

    /// <summary>What a method is called on; empty for a function.</summary>
    public TokenRange ReceiverOf(CodeCall call, TokenRange whole)
    {
        var name = call.TypeArguments.IsEmpty ? call.Open - 1 : call.TypeArguments.First - 2;
        name -= Trees.Is(name, "::") ? 1 : 0;
        var dot = name - 1;
        return Trees.IsName(name) && (Trees.Is(dot, ".") || Trees.Is(dot, "?.")) ? whole with { End = dot } : default;
    }

    // "|_| x.to_string()", "() => x": what a closure gives.
    private TokenRange Body(TokenRange value)
    {
        if (Trees.Is(value.First, "||"))
        {
            return value with { First = value.First + 1 };
        }

        if (Trees.Is(value.First, "|"))
        {
            var end = Trees.Find(value with { First = value.First + 1 }, "|");
            return end > 0 ? value with { First = end + 1 } : value;
        }

        return Trees.Find(value, "=>") is var arrow and > 0 ? value with { First = arrow + 1 } : value;
    }
}
