using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>Computes what actions hold.</summary>
/// <remarks>Go standard library, text/template, exec.go: evalPipeline, evalCommand, evalField, evalCall.</remarks>
internal sealed class GoEvaluator(GoRun run, GoTemplateTree tree, GoVariables variables)
{
    private GoExpression? current;

    /// <summary>What a <c>range</c> is at: Go knows it as an interface, and says so where it has no field of a name.</summary>
    public object? Element { get; set; }

    /// <summary>The value of the last command, which variables take.</summary>
    public object? Pipeline(GoExpression.Pipeline pipeline, object? dot)
    {
        current = pipeline;
        object? value = GoMissing.Final;
        foreach (var command in pipeline.Commands)
        {
            value = GoMissing.ToValue(Command(command, dot, value));
        }

        foreach (var name in pipeline.Variables)
        {
            if (pipeline.IsAssignment)
            {
                variables.Set(name, value);
            }
            else
            {
                variables.Push(name, value);
            }
        }

        return value;
    }

    public GoRunFault Fault(string reason, GoFaultKind kind, GoExpression? at)
    {
        var place = at ?? current;
        var position = place?.Position ?? 0;
        var (line, column) = tree.Text.Place(position);
        var context = place is null ? "" : GoSource.Of(place);
        var message = $"template: {tree.Text.Name}:{line}:{column}: executing {GoQuoted.Quote(tree.Name)} at <{context}>: {reason}";
        return new GoRunFault(message, reason, kind, tree.Text, position) { Expression = context };
    }

    private object? Command(GoExpression.Command command, object? dot, object? final)
    {
        run.Step();
        var first = command.Words[0];
        switch (first)
        {
            case GoExpression.Field field:
                current = field;
                return Fields(dot, field, field.Names, dot, command.Words, final);
            case GoExpression.Chain chain:
                return Chain(chain, dot, command.Words, final);
            case GoExpression.Function function:
                current = function;
                return Function(function, command, dot, command.Words.Skip(1).ToList(), final);
            case GoExpression.Variable variable:
                return Variable(variable, dot, command.Words, final);
            case GoExpression.Pipeline pipeline:
                RefuseArguments(command, final);
                return Pipeline(pipeline, dot);
            default:
                current = first;
                RefuseArguments(command, final);
                return first is GoExpression.Nil ? throw Fault("nil is not a command", GoFaultKind.Argument, first) : Constant(first, dot);
        }
    }

    private void RefuseArguments(GoExpression.Command command, object? final)
    {
        if (command.Words.Count > 1 || final is not GoMissing)
        {
            current = command.Words[0];
            throw Fault($"can't give argument to non-function {GoSource.Of(command.Words[0])}", GoFaultKind.Argument, command.Words[0]);
        }
    }

    private static object? Constant(GoExpression expression, object? dot) =>
        expression switch
        {
            GoExpression.Quoted quoted => quoted.Value,
            GoExpression.Number number => number.Value,
            GoExpression.Truth truth => truth.Value,
            GoExpression.Dot => dot,
            _ => null,
        };

    private object? Variable(GoExpression.Variable variable, object? dot, IReadOnlyList<GoExpression> words, object? final)
    {
        current = variable;
        var value = variables.Find(variable.Name);
        if (variable.Names.Count > 0)
        {
            return Fields(dot, variable, variable.Names, value, words, final);
        }

        return words.Count > 1 || final is not GoMissing
            ? throw Fault($"can't give argument to non-function {GoSource.Of(variable)}", GoFaultKind.Argument, variable)
            : value;
    }

    private object? Chain(GoExpression.Chain chain, object? dot, IReadOnlyList<GoExpression> words, object? final)
    {
        current = chain;
        var value = Argument(chain.Of, 'a', dot);
        current = chain;
        return Fields(dot, chain, chain.Names, value, words, final);
    }

    private object? Fields(
        object? dot,
        GoExpression node,
        IReadOnlyList<string> names,
        object? receiver,
        IReadOnlyList<GoExpression> words,
        object? final
    )
    {
        // A field of nothing that a pipeline made is nothing again, however many names follow.
        for (var at = 0; at < names.Count && (at > 0 || receiver is not null); at++)
        {
            var isLast = at == names.Count - 1;
            receiver = Field(dot, node, names[at], receiver, isLast ? words : [], isLast ? final : GoMissing.Final, isNested: at > 0);
        }

        return GoMissing.ToValue(receiver);
    }

    /// <param name="isNested">The receiver was a field itself, whose type is an interface: to ask nothing is a fault then.</param>
    private object? Field(
        object? dot,
        GoExpression node,
        string name,
        object? receiver,
        IReadOnlyList<GoExpression> words,
        object? final,
        bool isNested
    )
    {
        var hasArguments = words.Count > 1 || final is not GoMissing;
        switch (receiver)
        {
            case null or GoMissing when run.Open is { } open:
                return open;
            case string text when text == run.Open:
                return text;
            case null or GoMissing:
                throw Fault($"nil pointer evaluating interface {{}}.{name}", GoFaultKind.NilPointer, node);
            case IGoObject thing:
                return Member(dot, node, name, thing, words, final);
            case GoMap map when hasArguments && !map.Has(name) && GoMethods.Has(map, name):
                return GoMethods.Call(map, name, Arguments(dot, words, final, "aaaaaa"));
            case GoMap map when hasArguments:
                throw Fault($"{name} is not a method but has arguments", GoFaultKind.Argument, node);
            case GoMap map:
                return map[name] ?? (map.Has(name) || !GoMethods.Has(map, name) ? NilOf(map) : GoMethods.Call(map, name, []));
            default:
                var type = isNested || ReferenceEquals(receiver, Element) ? "interface {}" : GoKinds.Type(receiver);
                throw Fault($"can't evaluate field {name} in type {type}", GoFaultKind.NoField, node);
        }
    }

    private static object? NilOf(GoMap map) => map.Type == GoMap.OfText ? "" : null;

    private object? Member(object? dot, GoExpression node, string name, IGoObject thing, IReadOnlyList<GoExpression> words, object? final)
    {
        var arguments = Arguments(dot, words, final, "aaaaaa");
        try
        {
            return thing.TryMember(name, arguments, out var value)
                ? value
                : throw Fault($"can't evaluate field {name} in type {thing.Type}", GoFaultKind.NoField, node);
        }
        catch (GoCallFault fault)
        {
            throw Fault($"error calling {name}: {fault.Message}", fault.Kind, node);
        }
    }

    private List<object?> Arguments(object? dot, IReadOnlyList<GoExpression> words, object? final, string parameters)
    {
        var values = words.Skip(1).Select((word, at) => Argument(word, parameters[Math.Min(at, parameters.Length - 1)], dot)).ToList();
        if (final is not GoMissing)
        {
            values.Add(final);
        }

        return values;
    }

    private object? Function(
        GoExpression.Function node,
        GoExpression command,
        object? dot,
        IReadOnlyList<GoExpression> given,
        object? final
    )
    {
        var count = given.Count + (final is GoMissing ? 0 : 1);
        if (node.Name is "and" or "or")
        {
            return count == 0
                ? throw Fault($"wrong number of args for {node.Name}: want at least 1 got 0", GoFaultKind.Argument, node)
                : ShortCircuit(node.Name == "or", dot, given, final);
        }

        if (run.Functions.Find(node.Name) is not { } function)
        {
            throw Fault($"{GoQuoted.Quote(node.Name)} is not a defined function", GoFaultKind.Argument, node);
        }

        if (function.IsVariadic ? count < function.Fixed : count != function.Fixed)
        {
            var want = function.IsVariadic ? $"at least {function.Fixed}" : $"{function.Fixed}";
            throw Fault($"wrong number of args for {node.Name}: want {want} got {count}", GoFaultKind.Argument, node);
        }

        var arguments = new object?[count];
        for (var at = 0; at < given.Count; at++)
        {
            arguments[at] = Argument(given[at], function.ParameterAt(at), dot);
        }

        if (final is not GoMissing)
        {
            arguments[^1] = Validated(final, function.ParameterAt(count - 1), isInterface: false);
        }

        return Call(function, command, arguments);
    }

    private object? Call(GoFunction function, GoExpression command, object?[] arguments)
    {
        run.Step();
        try
        {
            return function.Call(run, arguments);
        }
        catch (GoCallFault fault)
        {
            throw Fault($"error calling {function.Name}: {fault.Message}", fault.Kind, command);
        }
        catch (GoRunFault fault)
        {
            var outer = Fault($"error calling {function.Name}: {fault.Message}", fault.Kind, command);
            throw fault.Text.IsMade
                ? outer
                : new GoRunFault(outer.Message, fault.Reason, fault.Kind, fault.Text, fault.Position) { Expression = fault.Expression };
        }
    }

    private object? ShortCircuit(bool stopsAt, object? dot, IReadOnlyList<GoExpression> given, object? final)
    {
        object? value = null;
        foreach (var word in given)
        {
            value = Argument(word, 'a', dot);
            if (GoKinds.IsTrue(value) == stopsAt)
            {
                return value;
            }
        }

        return final is GoMissing ? value : final;
    }

    private object? Argument(GoExpression word, char parameter, object? dot)
    {
        current = word;
        switch (word)
        {
            case GoExpression.Dot:
                return Validated(GoMissing.ToValue(dot), parameter, ReferenceEquals(dot, GoMissing.Element));
            case GoExpression.Field field:
                return Validated(Fields(dot, field, field.Names, dot, [field], GoMissing.Final), parameter, isInterface: true);
            case GoExpression.Variable variable:
                var value = Variable(variable, dot, [variable], GoMissing.Final);
                return Validated(GoMissing.ToValue(value), parameter, variable.Names.Count > 0);
            case GoExpression.Chain chain:
                return Validated(Chain(chain, dot, [chain], GoMissing.Final), parameter, isInterface: true);
            case GoExpression.Pipeline pipeline:
                return Validated(Pipeline(pipeline, dot), parameter, isInterface: false);
            case GoExpression.Function function:
                return Validated(Function(function, function, dot, [], GoMissing.Final), parameter, isInterface: false);
            case GoExpression.Nil:
                return parameter is 'a' or 'm'
                    ? null
                    : throw Fault($"cannot assign nil to {GoFunction.TypeOf(parameter)}", GoFaultKind.Argument, word);
            default:
                return ConstantArgument(word, parameter);
        }
    }

    private object? ConstantArgument(GoExpression word, char parameter)
    {
        var value = Constant(word, null);
        var (fits, expected) = parameter switch
        {
            's' => (value is string, "string"),
            'i' or 'l' => (value is nint, "integer"),
            'f' => (value is nint or double, "float"),
            'b' => (value is bool, "bool"),
            'm' => (false, GoFunction.TypeOf(parameter)),
            _ => (true, ""),
        };
        if (!fits)
        {
            throw Fault($"expected {expected}; found {GoSource.Of(word)}", GoFaultKind.Argument, word);
        }

        return (parameter, value) switch
        {
            ('l', nint integer) => (long)integer,
            ('f', nint integer) => (double)integer,
            _ => value,
        };
    }

    private object? Validated(object? value, char parameter, bool isInterface)
    {
        var fits = parameter switch
        {
            's' => value is string,
            'i' => value is nint,
            'l' => value is long,
            'f' => value is double,
            'b' => value is bool,
            'm' => value is GoMap { Type: not GoMap.OfText } || (value is null && !isInterface),
            _ => true,
        };
        if (fits)
        {
            return value;
        }

        var expected = GoFunction.TypeOf(parameter);
        var got = value is null ? "interface {}" : GoKinds.Type(value);
        throw Fault(
            value is null && !isInterface ? $"invalid value; expected {expected}" : $"wrong type for value; expected {expected}; got {got}",
            GoFaultKind.Argument,
            null
        );
    }
}
