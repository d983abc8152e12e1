using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of Python.</summary>
internal sealed class PythonShaper(TokenTrees trees) : Shaper(trees)
{
    private static readonly FrozenSet<string> Compound = new[]
    {
        "if",
        "elif",
        "else",
        "for",
        "while",
        "try",
        "except",
        "finally",
        "with",
        "class",
        "def",
        "case",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Blocks whose imports the program can do without.
    private readonly List<TokenRange> optional = [];
    private int line;

    protected override void Visit(int at)
    {
        if (!IsStatementStart(at))
        {
            if (Trees.Is(at, "lambda"))
            {
                AddLambda(at);
            }

            return;
        }

        switch (Trees.Text(at))
        {
            case "@":
                VisitDecorator(at);
                break;
            case "import":
                VisitImport(at);
                break;
            case "from":
                VisitFrom(at);
                break;
            case "async":
                PassModifier(at);
                break;
            case "def":
                VisitFunction(at);
                break;
            case "class":
                VisitClass(at);
                break;
            case "if" or "elif":
                VisitCondition(at);
                break;
            case "try" or "except":
                VisitTry(at);
                break;
            default:
                VisitAssignment(at);
                break;
        }
    }

    private bool IsStatementStart(int at)
    {
        if (
            at == 0
            || Trees.IsKind(at - 1, TokenKind.Newline)
            || Trees.IsOpen(at - 1, Brackets.Block)
            || Trees.IsClose(at - 1, Brackets.Block)
        )
        {
            line = at;
            return true;
        }

        return Trees.Is(at - 1, "async")
            || Trees.Is(at - 1, ";")
            || (Trees.Is(at - 1, ":") && Trees.ParentBracket(at) is Brackets.Block or ' ' && Trees.IsAny(line, Compound));
    }

    private int EndOfLine(int at) => Ahead(Lookahead.Sought.Line, at, (token, _) => Trees.IsKind(token, TokenKind.Newline));

    private int EndOfStatement(int at) =>
        Ahead(Lookahead.Sought.Statement, at, (token, _) => Trees.IsKind(token, TokenKind.Newline) || Trees.Is(token, ";"));

    /// <summary>The block behind a colon: indented, or the rest of the line.</summary>
    private TokenRange BlockAfter(int colon)
    {
        var next = colon + 1;
        if (Trees.IsKind(next, TokenKind.Newline))
        {
            return Trees.IsOpen(next + 1, Brackets.Block) ? Trees.Inside(next + 1) : new TokenRange(next, next);
        }

        return new TokenRange(next, EndOfLine(next));
    }

    private void VisitDecorator(int at)
    {
        var path = PathAt(at + 1, out var end);
        IReadOnlyList<CodeArgument> arguments = [];
        if (Trees.IsOpen(end, Brackets.Paren))
        {
            NotCalls.Add(end);
            arguments = ArgumentReader.Read(Trees, Trees.Inside(end));
            end = Trees.After(end);
        }

        if (path.Length > 0)
        {
            var tokens = new TokenRange(at, end);
            AddDecorator(new CodeDecorator(path, arguments, tokens, Trees.Span(tokens)));
        }
    }

    private void VisitImport(int at)
    {
        foreach (var part in Trees.Split(new TokenRange(at + 1, EndOfStatement(at)), ","))
        {
            var module = PathAt(part.First, out var end);
            if (module.Length > 0)
            {
                var local = Trees.Is(end, "as") ? Trees.Text(end + 1) : module.Split('.')[0];
                Imports.Add(new CodeImport(module, null, local, IsOptional(at), Trees.Span(new TokenRange(at, part.End))));
            }
        }
    }

    private void VisitFrom(int at)
    {
        var next = at + 1;
        var module = "";
        while (Trees.Is(next, ".") || Trees.Is(next, "...") || Trees.Is(next, ".."))
        {
            module += Trees.Text(next++);
        }

        if (!Trees.Is(next, "import"))
        {
            module += PathAt(next, out next);
        }

        if (!Trees.Is(next, "import") || module.Length == 0)
        {
            return;
        }

        var names = Trees.IsOpen(next + 1, Brackets.Paren) ? Trees.Inside(next + 1) : new TokenRange(next + 1, EndOfStatement(next));
        foreach (var part in Trees.Split(names, ","))
        {
            var name = Trees.Text(part.First);
            var local = Trees.Is(part.First + 1, "as") ? Trees.Text(part.First + 2) : name;
            Imports.Add(new CodeImport(module, name, local, IsOptional(at), Trees.Span(new TokenRange(at, part.End))));
        }
    }

    // Only the latest blocks can be around a place; looking at a few keeps a file of a thousand attempts linear.
    private bool IsOptional(int at)
    {
        for (var index = optional.Count - 1; index >= 0 && index >= optional.Count - 8; index--)
        {
            if (optional[index].Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    private void VisitTry(int at)
    {
        var colon = Trees.Find(new TokenRange(at, EndOfLine(at)), ":");
        if (colon < 0)
        {
            return;
        }

        var body = BlockAfter(colon);
        var isImport = Trees.Is(at, "except") ? CatchesImportError(at, colon) : HandlesImportError(body.End + 1);
        if (isImport)
        {
            optional.Add(body);
        }
    }

    private bool HandlesImportError(int except)
    {
        var colon = Trees.Is(except, "except") ? Trees.Find(new TokenRange(except, EndOfLine(except)), ":") : -1;
        return colon >= 0 && CatchesImportError(except, colon);
    }

    private bool CatchesImportError(int except, int colon)
    {
        for (var at = except + 1; at < colon; at++)
        {
            if (Trees.Is(at, "ImportError") || Trees.Is(at, "ModuleNotFoundError") || Trees.Is(at, "Exception") || Trees.Is(at, "OSError"))
            {
                return true;
            }
        }

        return colon == except + 1;
    }

    private void VisitFunction(int at)
    {
        var open = at + 2;
        if (Trees.IsOpen(open, Brackets.Square))
        {
            open = Trees.After(open);
        }

        if (!Trees.IsName(at + 1) || !Trees.IsOpen(open, Brackets.Paren))
        {
            return;
        }

        NotCalls.Add(open);
        var after = Trees.After(open);
        var colon = Trees.Find(new TokenRange(after, EndOfLine(after)), ":");
        var owner = ClassAround(at);
        Functions.Add(
            new CodeFunction
            {
                Name = Trees.Text(at + 1),
                Owner = owner?.Name,
                Parameters = Parameters(Trees.Inside(open)),
                ReturnType = Trees.Is(after, "->") && colon > after ? new TokenRange(after + 1, colon) : default,
                Body = colon < 0 ? new TokenRange(after, after) : BlockAfter(colon),
                Span = Trees.Span(at + 1),
                Decorators = TakeDecorators(at),
                IsExported = owner is null && Trees.Parent(at) < 0,
            }
        );
    }

    private void AddLambda(int at)
    {
        var colon = at + 1;
        while (colon < Trees.Count && colon < at + 100 && !Trees.Is(colon, ":") && !Trees.IsKind(colon, TokenKind.Newline))
        {
            colon = Trees.After(colon);
        }

        if (Trees.Is(colon, ":"))
        {
            Functions.Add(
                new CodeFunction
                {
                    Name = "",
                    Parameters = Parameters(new TokenRange(at + 1, colon)),
                    Body = ExpressionAt(colon + 1),
                    Span = Trees.Span(at),
                }
            );
        }
    }

    private List<CodeParameter> Parameters(TokenRange inside)
    {
        List<CodeParameter> parameters = [];
        foreach (var part in Trees.Split(inside, ","))
        {
            var name = part.First + (Trees.Is(part.First, "*") || Trees.Is(part.First, "**") ? 1 : 0);
            if (!Trees.IsName(name))
            {
                continue;
            }

            var equals = Trees.Find(part, "=");
            var type = Trees.Is(name + 1, ":") ? new TokenRange(name + 2, equals >= 0 ? equals : part.End) : default;
            parameters.Add(new CodeParameter(Trees.Text(name), type, equals >= 0 ? new TokenRange(equals + 1, part.End) : default, part));
        }

        return parameters;
    }

    private void VisitClass(int at)
    {
        var open = Trees.IsOpen(at + 2, Brackets.Square) ? Trees.After(at + 2) : at + 2;
        var hasBases = Trees.IsOpen(open, Brackets.Paren);
        if (!Trees.IsName(at + 1))
        {
            return;
        }

        var colon = hasBases ? Trees.After(open) : open;
        List<string> bases = [];
        if (hasBases)
        {
            NotCalls.Add(open);
            bases.AddRange(
                ArgumentReader
                    .Read(Trees, Trees.Inside(open))
                    .Where(argument => argument.Name is null)
                    .Select(argument => PathAt(argument.Value.First, out _))
            );
        }

        var body = Trees.Is(colon, ":") ? BlockAfter(colon) : new TokenRange(colon, colon);
        var found = new CodeClass
        {
            Name = Trees.Text(at + 1),
            Body = body,
            Span = Trees.Span(at + 1),
            Bases = bases,
            BaseList = hasBases ? Trees.Inside(open) : default,
            Decorators = TakeDecorators(at),
            IsExported = Trees.Parent(at) < 0,
        };
        AddClass(found, Trees.IsOpen(body.First - 1, Brackets.Block) ? body.First - 1 : -1);
    }

    private void VisitCondition(int at)
    {
        var colon = Ahead(Lookahead.Sought.Colon, at + 1, (token, _) => Trees.Is(token, ":") || Trees.IsKind(token, TokenKind.Newline));

        if (!Trees.Is(colon, ":"))
        {
            return;
        }

        var test = new TokenRange(at + 1, colon);
        var body = BlockAfter(colon);
        Conditions.Add(new CodeCondition(test, body, at));
        if (Trees.Is(at + 1, "__name__") && Trees.Is(at + 2, "=="))
        {
            MainGuards.Add(body);
        }
        else if (Trees.Is(colon - 1, "TYPE_CHECKING"))
        {
            optional.Add(body);
        }
    }

    private void VisitAssignment(int at)
    {
        var name = PathAt(at, out var end);
        if (name.Length == 0)
        {
            return;
        }

        var type = default(TokenRange);
        if (Trees.Is(end, ":"))
        {
            var line = new TokenRange(end + 1, EndOfStatement(end));
            var equals = Trees.Find(line, "=");
            type = line with { End = equals >= 0 ? equals : line.End };
            end = type.End;
        }

        var isAssigned = Trees.Is(end, "=") || Trees.Is(end, "+=");
        var value = isAssigned ? ValueAt(end + 1) : default;
        if (ClassAround(at) is { } owner && (isAssigned || !type.IsEmpty))
        {
            owner.FieldList.Add(new CodeField(name, type, value, [], Trees.Span(at)));
        }

        if (isAssigned && !value.IsEmpty)
        {
            Assignments.Add(
                new CodeAssignment(name, value, Trees.Span(new TokenRange(at, value.End)))
                {
                    Token = at,
                    Type = type,
                    Keyword = Trees.Text(end),
                    IsExported = Trees.Parent(at) < 0,
                }
            );
        }
    }

    // "a = b = 1" gives both the last value; "a = 1, 2" is a tuple and kept whole.
    private TokenRange ValueAt(int start)
    {
        var line = new TokenRange(start, EndOfStatement(start));
        for (var at = line.First; at < line.End; at = Trees.After(at))
        {
            if (Trees.Is(at, "="))
            {
                line = line with { First = at + 1 };
            }
        }

        return line;
    }
}
