using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>What the file tells of the types behind names, and values whose names are qualified by them, so that they mean something outside the function.</summary>
internal static class GoTypes
{
    private const int DeepestField = 3;

    /// <summary>The value of an expression; <c>cfg.Port</c> becomes <c>config.Load.Port</c> or <c>config.Config.Port</c>.</summary>
    public static CodeValue Value(CodeReading reading, TokenRange range, CodeScope? scope) =>
        Qualify(reading, reading.Value(range, scope), scope, 0);

    public static CodeValue? Value(CodeReading reading, CodeArgument? argument, CodeScope? scope) =>
        argument is null ? null : Value(reading, argument.Value, scope);

    /// <summary>The type of a name in a scope, as other files may call it; for a local made by a function of another package, that function.</summary>
    public static string? TypeOf(CodeReading reading, string name, CodeScope? scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at is CodeFunction function && Parameter(reading, function, name) is { } type)
            {
                return type;
            }
        }

        return reading.AssignmentOf(name, scope) is { } assignment ? Made(reading, assignment.Value) : null;
    }

    /// <summary>The name of a type without pointers and slices; null for built-in types.</summary>
    public static string? NameOf(CodeReading reading, TokenRange type)
    {
        var first = type.First;
        while (first < type.End && !reading.Trees.IsName(first))
        {
            first = reading.Trees.After(first);
        }

        return first < type.End ? reading.Evaluator.DottedName(type with { First = first }) : null;
    }

    private static string? Parameter(CodeReading reading, CodeFunction function, string name)
    {
        var parameter = function.Parameters.FirstOrDefault(candidate => candidate.Name == name);
        return parameter is not null ? NameOf(reading, parameter.Type)
            : function.Owner is not null && ReceiverOf(reading, function) == name ? function.Owner
            : null;
    }

    /// <summary>The receiver's name: the first name in the parentheses between <c>func</c> and the method's name.</summary>
    private static string? ReceiverOf(CodeReading reading, CodeFunction function)
    {
        var method = TokenAt(reading, function);
        return method > 2 && reading.Trees.IsClose(method - 1, Brackets.Paren)
            ? reading.Trees.Text(reading.Trees.Partner(method - 1) + 1)
            : null;
    }

    // A function knows its body, not its name's token: the name stands before the parameters, which end before the body or the result.
    private static int TokenAt(CodeReading reading, CodeFunction function)
    {
        for (var at = function.Body.First - 1; at > 0 && at > function.Body.First - 200; at--)
        {
            if (reading.Trees[at].Start == function.Span.Start)
            {
                return at;
            }
        }

        return -1;
    }

    private static string? Made(CodeReading reading, TokenRange value)
    {
        var trees = reading.Trees;
        var first = trees.Is(value.First, "&") ? value.First + 1 : value.First;
        if ((reading.Evaluator.Rules as GoValueRules)?.LiteralAt(first) is { } literal)
        {
            return literal.Type;
        }

        var close = value.End - 1;
        var call = trees.IsClose(close, Brackets.Paren) ? reading.Syntax.CallAt(trees.Partner(close)) : null;
        return call is null || call.Receiver is not null || call.First != first ? null
            : call is { Path: "new" } && call.Positional(0) is { } type ? NameOf(reading, type.Value)
            : call.Path;
    }

    private static CodeValue Qualify(CodeReading reading, CodeValue value, CodeScope? scope, int depth) =>
        value switch
        {
            _ when depth > 8 => value,
            CodeValue.Reference reference => reference with { Name = Qualified(reading, reference.Name, scope) },
            CodeValue.Concatenation all => all with { Parts = [.. all.Parts.Select(part => Qualify(reading, part, scope, depth + 1))] },
            CodeValue.Choice choice => choice with
            {
                Options = [.. choice.Options.Select(option => Qualify(reading, option, scope, depth + 1))],
            },
            CodeValue.Environment { Default: { } fallback } read => read with { Default = Qualify(reading, fallback, scope, depth + 1) },
            _ => value,
        };

    private static string Qualified(CodeReading reading, string name, CodeScope? scope)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || TypeOf(reading, name[..dot], scope) is not { } type)
        {
            return name;
        }

        // "s.cfg.Port" in a method: the field's own type says more than the path to it.
        var rest = name[(dot + 1)..];
        for (var steps = 0; steps < DeepestField && rest.IndexOf('.', StringComparison.Ordinal) is var next and > 0; steps++)
        {
            var owner = (reading.Evaluator.Rules as GoValueRules)?.Struct(type);
            var field = owner?.Fields.FirstOrDefault(found => found.Name == rest[..next]);
            if (field is null || NameOf(reading, field.Type) is not { } inner)
            {
                break;
            }

            (type, rest) = (inner, rest[(next + 1)..]);
        }

        return $"{type}.{rest}";
    }
}
