namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>What stands in an action: variables, commands, operands.</summary>
/// <remarks>Go standard library, text/template/parse, parse.go: pipeline, command, operand, term.</remarks>
internal sealed class GoPipelineParser(GoTokenCursor cursor, Func<string, bool> hasFunction)
{
    private const int DepthLimit = 100;

    private int depth;

    /// <summary>Variables that are known here.</summary>
    public IReadOnlyList<string> Scope { get; set; } = ["$"];

    public bool IsFunction(string name) => hasFunction(name);

    public GoExpression.Pipeline Read(string context, GoTokenKind end)
    {
        if (++depth > DepthLimit)
        {
            throw new GoTemplateFault("max expression depth exceeded", cursor.Peek.Position);
        }

        var position = cursor.PeekPastSpace().Position;
        var (variables, isAssignment) = ReadVariables(context);
        List<GoExpression.Command> commands = [];
        for (var isOpen = true; isOpen; )
        {
            var token = cursor.PeekPastSpace();
            if (token.Kind == end)
            {
                cursor.Next();
                isOpen = false;
            }
            else if (token.Kind is GoTokenKind.Close or GoTokenKind.End or GoTokenKind.CloseParenthesis)
            {
                throw new GoTemplateFault($"unexpected {cursor.Written(token)} in {context}", token.Position);
            }
            else
            {
                commands.Add(ReadCommand(context, end, commands.Count));
                isOpen = !IsClosed(end);
            }
        }

        depth--;
        Check(commands, context, position);
        return new GoExpression.Pipeline(position, variables, isAssignment, commands);
    }

    private bool IsClosed(GoTokenKind end)
    {
        if (cursor.Peek.Kind != end)
        {
            return false;
        }

        cursor.Next();
        return true;
    }

    private void Check(List<GoExpression.Command> commands, string context, int position)
    {
        if (commands.Count == 0)
        {
            throw new GoTemplateFault($"missing value for {context}", position);
        }

        foreach (var command in commands.Skip(1))
        {
            if (
                command.Words[0] is GoExpression.Truth or GoExpression.Dot or GoExpression.Nil or GoExpression.Number or GoExpression.Quoted
            )
            {
                var index = commands.IndexOf(command) + 1;
                throw new GoTemplateFault($"non executable command in pipeline stage {index}", command.Position);
            }
        }
    }

    private (IReadOnlyList<string> Names, bool IsAssignment) ReadVariables(string context)
    {
        List<string> names = [];
        var count = cursor.Ahead(() => CountVariables(context));
        if (count == 0)
        {
            return (names, false);
        }

        var isAssignment = false;
        while (names.Count < count)
        {
            names.Add(cursor.PeekPastSpace().Value);
            cursor.Next();
            isAssignment = cursor.PeekPastSpace().Kind == GoTokenKind.Assign;
            cursor.Next();
        }

        if (isAssignment)
        {
            foreach (var name in names)
            {
                Require(name, cursor.Peek.Position);
            }
        }
        else
        {
            Scope = [.. Scope, .. names];
        }

        return (names, isAssignment);
    }

    /// <summary>How many variables are set here: none, one, or two in a <c>range</c>.</summary>
    private int CountVariables(string context)
    {
        for (var count = 1; cursor.PeekPastSpace().Kind == GoTokenKind.Variable; count++)
        {
            cursor.Next();
            var after = cursor.PeekPastSpace();
            if (after.Kind is GoTokenKind.Declare or GoTokenKind.Assign)
            {
                return count;
            }

            if (after.Kind != GoTokenKind.Comma)
            {
                return 0;
            }

            if (context != "range" || count > 1)
            {
                throw new GoTemplateFault($"too many declarations in {context}", after.Position);
            }

            cursor.Next();
        }

        return 0;
    }

    private void Require(string name, int position)
    {
        if (!Scope.Contains(name))
        {
            throw new GoTemplateFault($"undefined variable {GoQuoted.Quote(name)}", position);
        }
    }

    private GoExpression.Command ReadCommand(string context, GoTokenKind end, int before)
    {
        var position = cursor.PeekPastSpace().Position;
        List<GoExpression> words = [];
        while (true)
        {
            cursor.SkipSpace();
            if (ReadOperand() is { } operand)
            {
                words.Add(operand);
            }

            var token = cursor.Peek;
            if (token.Kind == GoTokenKind.Space)
            {
                continue;
            }

            if (token.Kind == GoTokenKind.Pipe)
            {
                cursor.Next();
                RequireMore(end, before + (words.Count > 0 ? 1 : 0), context);
                break;
            }

            if (token.Kind is GoTokenKind.Close or GoTokenKind.CloseParenthesis)
            {
                break;
            }

            throw new GoTemplateFault($"unexpected {cursor.Written(token)} in operand", token.Position);
        }

        return words.Count > 0 ? new GoExpression.Command(position, words) : throw new GoTemplateFault("empty command", position);
    }

    private void RequireMore(GoTokenKind end, int commands, string context)
    {
        if (commands > 0 && cursor.PeekPastSpace().Kind == end)
        {
            throw new GoTemplateFault($"missing value for {context}", cursor.Peek.Position);
        }
    }

    private GoExpression? ReadOperand()
    {
        var term = ReadTerm();
        if (term is null || cursor.Peek.Kind != GoTokenKind.Field)
        {
            return term;
        }

        var position = cursor.Peek.Position;
        List<string> names = [];
        while (cursor.Peek.Kind == GoTokenKind.Field)
        {
            names.Add(cursor.Next().Value[1..]);
        }

        return term switch
        {
            GoExpression.Field field => new GoExpression.Field(position, [.. field.Names, .. names]),
            GoExpression.Variable variable => new GoExpression.Variable(position, variable.Name, [.. variable.Names, .. names]),
            GoExpression.Truth or GoExpression.Quoted or GoExpression.Number or GoExpression.Nil or GoExpression.Dot =>
                throw new GoTemplateFault($"unexpected . after term {GoQuoted.Quote(GoSource.Of(term))}", position),
            _ => new GoExpression.Chain(position, term, names),
        };
    }

    private GoExpression? ReadTerm()
    {
        var token = cursor.Peek;
        switch (token.Kind)
        {
            case GoTokenKind.Word:
                cursor.Next();
                return Word(token);
            case GoTokenKind.Dot:
                cursor.Next();
                return new GoExpression.Dot(token.Position);
            case GoTokenKind.Field:
                cursor.Next();
                return new GoExpression.Field(token.Position, [token.Value[1..]]);
            case GoTokenKind.Variable:
                cursor.Next();
                Require(token.Value, token.Position);
                return new GoExpression.Variable(token.Position, token.Value, []);
            case GoTokenKind.Quoted:
                cursor.Next();
                return new GoExpression.Quoted(token.Position, token.Value);
            case GoTokenKind.Character:
                cursor.Next();
                var code = token.Value.EnumerateRunes().First().Value;
                return new GoExpression.Number(token.Position, $"'{token.Value}'", (nint)code);
            case GoTokenKind.Number:
                cursor.Next();
                return new GoExpression.Number(token.Position, token.Value, Number(token));
            case GoTokenKind.OpenParenthesis:
                cursor.Next();
                return Read("parenthesized pipeline", GoTokenKind.CloseParenthesis);
            default:
                return null;
        }
    }

    private GoExpression Word(GoToken token) =>
        token.Value switch
        {
            "true" or "false" => new GoExpression.Truth(token.Position, token.Value == "true"),
            "nil" => new GoExpression.Nil(token.Position),
            _ when hasFunction(token.Value) => new GoExpression.Function(token.Position, token.Value),
            _ => throw new GoTemplateFault($"function {GoQuoted.Quote(token.Value)} not defined", token.Position),
        };

    private static object Number(GoToken token)
    {
        if (Values.GoNumbers.ParseInteger(token.Value) is { } integer)
        {
            return (nint)integer;
        }

        return Values.GoNumbers.ParseReal(token.Value)
            ?? throw new GoTemplateFault($"bad number syntax: {GoQuoted.Quote(token.Value)}", token.Position);
    }
}
