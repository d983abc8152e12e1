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

    private OperatorValues? operators;
    private ReturnedValues? returned;

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

        return Single(range) ?? (operators ??= new OperatorValues(this)).Value(range, depth) ?? Postfix(range, depth);
    }

    internal CodeValue.Unknown Unknown(TokenRange range, string why) => new(why, Syntax.Span(range));

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
            else if (IsBareMethod(range))
            {
                range = range with { End = range.End - 2 };
            }
            else if (IsCast(range.First))
            {
                range = range with { First = range.First + 3 };
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
        || (Syntax.Language is Language.CSharp or Language.Java or Language.Dart && Trees.Is(at, "new"))
        || (Syntax.Language == Language.Dart && Trees.Is(at, "const"));

    // Ruby's "x.to_i", which is called without brackets.
    private bool IsBareMethod(TokenRange range) =>
        Syntax.Language == Language.Ruby
        && range.Count > 2
        && Trees.IsName(range.End - 1)
        && Trees.IsMemberSign(range.End - 2)
        && Rules.TransparentMethods.Contains(Trees.Text(range.End - 1));

    // PHP's "(int) $x".
    private bool IsCast(int at) =>
        Syntax.Language == Language.Php
        && Trees.IsOpen(at, Brackets.Paren)
        && Trees.Partner(at) == at + 2
        && Trees.Chars(at + 1) is "int" or "string" or "bool" or "float" or "integer" or "boolean" or "array";

    private bool IsSuffix(int at) =>
        Trees.IsKind(at, TokenKind.Newline)
        || ((Trees.Is(at, "!") || Trees.Is(at, "!!")) && Syntax.Language != Language.Rust)
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
            "null" or "NULL" or "undefined" or "None" or "nil" or "NaN" => Unknown(range, "null"),
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
            else if (!(Trees.IsMemberSign(at) || Trees.Is(at, "!")) || !(Trees.IsName(at - 1) || Trees.Is(at - 1, "!")))
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

        return (returned ??= new ReturnedValues(this)).Of(call, depth) ?? Unknown(range, $"{call.Path}() is not followed");
    }

    /// <summary>What a method is called on; empty for a function.</summary>
    public TokenRange ReceiverOf(CodeCall call, TokenRange whole)
    {
        var name = call.TypeArguments.IsEmpty ? call.Open - 1 : call.TypeArguments.First - 2;
        name -= Trees.Is(name, "::") ? 1 : 0;
        var dot = name - 1;
        return Trees.IsName(name) && Trees.IsMemberSign(dot) && !(Trees.Is(dot, "::") && Syntax.Language != Language.Ruby)
            ? whole with
            {
                End = dot,
            }
            : default;
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
