using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of C#. Local functions and lambdas belong to the code around them.</summary>
internal sealed class CSharpShaper(TokenTrees trees) : Shaper(trees)
{
    private static readonly FrozenSet<string> Modifiers = new[]
    {
        "public",
        "private",
        "protected",
        "internal",
        "static",
        "readonly",
        "sealed",
        "abstract",
        "virtual",
        "override",
        "async",
        "partial",
        "required",
        "const",
        "new",
        "extern",
        "unsafe",
        "volatile",
        "file",
        "ref",
        "event",
        "implicit",
        "explicit",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<int> initialisers = [];
    private int memberResume;

    protected override void Visit(int at)
    {
        if (Trees.IsOpen(at, Brackets.Square))
        {
            VisitAttributes(at);
        }
        else if (Trees.IsKind(at, TokenKind.Name))
        {
            VisitName(at);
        }
        else if (Trees.Is(at, "=") || Trees.Is(at, "??="))
        {
            VisitAssignment(at);
        }
    }

    private void VisitName(int at)
    {
        if (Trees.IsAny(at, Modifiers) && !Trees.Is(at, "new"))
        {
            PassModifier(at);
            return;
        }

        switch (Trees.Text(at))
        {
            case "using" or "global":
                VisitUsing(at);
                return;
            case "class"
            or "struct"
            or "interface"
            or "record"
            or "enum" when Trees.IsName(at + 1) && !Trees.Is(at - 1, ":") && !Trees.Is(at - 1, ","):
                VisitType(at);
                return;
            case "if" when Trees.IsOpen(at + 1, Brackets.Paren):
                VisitCondition(at);
                return;
            case "new":
                VisitNew(at);
                return;
        }

        if (ClassAround(at) is { } owner && at >= memberResume)
        {
            VisitMember(at, owner);
        }
    }

    private void VisitUsing(int at)
    {
        var next = at + (Trees.Is(at, "global") ? 2 : 1);
        next += Trees.Is(next, "static") ? 1 : 0;
        if (Trees.Is(at - 1, "global") || (Trees.Is(at, "global") && !Trees.Is(at + 1, "using")))
        {
            return;
        }

        var alias = Trees.Is(next + 1, "=") ? Trees.Text(next) : null;
        var path = PathAt(alias is null ? next : next + 2, out var end);
        if (path.Length > 0 && Trees.Is(end, ";"))
        {
            Imports.Add(
                new CodeImport(path, null, alias ?? path[(path.LastIndexOf('.') + 1)..], false, Trees.Span(new TokenRange(at, end)))
            );
        }
    }

    // "[HttpGet("x"), Authorize]" before a declaration or a parameter.
    private void VisitAttributes(int open)
    {
        var before = open - 1;
        var isDeclaration =
            before < 0 || Trees.Is(before, ";") || Trees.IsOpen(before, Brackets.Brace) || Trees.IsClose(before, Brackets.Brace);
        var isNext = Trees.IsClose(before, Brackets.Square) && NotCalls.Contains(Trees.Partner(before));
        var isParameter =
            (Trees.IsOpen(before, Brackets.Paren) || Trees.Is(before, ","))
            && Trees.IsName(Trees.After(open))
            && Trees.ParentBracket(open) == Brackets.Paren;
        if (!(isDeclaration || isNext || isParameter) || !Trees.IsName(open + 1))
        {
            return;
        }

        NotCalls.Add(open);
        var inside = Trees.Inside(open);
        inside = Trees.Is(open + 2, ":") ? inside with { First = open + 3 } : inside;
        foreach (var part in Trees.Split(inside, ","))
        {
            AddAttribute(part, isParameter);
        }

        if (!isParameter)
        {
            PassGroup(open);
        }

        memberResume = Math.Max(memberResume, Trees.After(open));
    }

    private void AddAttribute(TokenRange part, bool isParameter)
    {
        var path = PathAt(part.First, out var end);
        end = SkipTypeArguments(end);
        IReadOnlyList<CodeArgument> arguments = [];
        if (Trees.IsOpen(end, Brackets.Paren))
        {
            NotCalls.Add(end);
            arguments = ArgumentReader.Read(Trees, Trees.Inside(end));
        }

        var decorator = new CodeDecorator(path, arguments, part, Trees.Span(part));
        if (isParameter)
        {
            Decorators.Add(decorator);
        }
        else
        {
            AddDecorator(decorator, Trees.Parent(part.First));
        }
    }

    private void VisitType(int at)
    {
        var name = Trees.Is(at + 1, "struct") || Trees.Is(at + 1, "class") ? at + 2 : at + 1;
        var next = SkipTypeArguments(name + 1);
        var decorators = TakeDecorators(at);
        if (Trees.IsOpen(next, Brackets.Paren))
        {
            NotCalls.Add(next);
            next = Trees.After(next);
        }

        List<string> bases = [];
        var listStart = next;
        for (var steps = 0; steps < 300 && next < Trees.Count && !Trees.IsOpen(next, Brackets.Brace) && !Trees.Is(next, ";"); steps++)
        {
            if (Trees.Is(next, ":") || Trees.Is(next, ","))
            {
                var path = PathAt(next + 1, out var end);
                bases.AddRange(path.Length > 0 ? [path] : []);
                next = SkipTypeArguments(Math.Max(next + 1, end));
            }
            else if (Trees.Is(next, "where"))
            {
                next = BodyAhead(next);
            }
            else
            {
                next = Trees.After(next);
            }
        }

        var hasBody = Trees.IsOpen(next, Brackets.Brace);
        var found = new CodeClass
        {
            Name = Trees.Text(name),
            Body = hasBody ? Trees.Inside(next) : new TokenRange(next, next),
            Span = Trees.Span(name),
            Bases = bases,
            BaseList = new TokenRange(listStart, next),
            Decorators = decorators,
            IsExported = true,
        };
        AddClass(found, hasBody && !Trees.Is(at, "enum") ? next : -1);
        memberResume = Math.Max(memberResume, next + 1);
    }

    /// <summary>A method, property or field: type and name up to the first bracket or sign that tells which.</summary>
    private void VisitMember(int at, CodeClass owner)
    {
        var decorators = TakeDecorators(at);
        var limit = EndOfGroup(at);
        var next = at;
        while (next < limit && !IsMemberSign(next))
        {
            next = Trees.Is(next, "<") ? Math.Max(SkipTypeArguments(next), next + 1) : Trees.After(next);
        }

        var name = next - 1;
        if (Trees.Is(name, ">"))
        {
            name = NameBeforeTypes(at, next);
        }

        if (next >= limit || !Trees.IsName(name))
        {
            memberResume = Math.Max(at + 1, next + 1);
            return;
        }

        if (Trees.IsOpen(next, Brackets.Paren))
        {
            AddMethod(at, name, next, owner, decorators);
        }
        else
        {
            AddField(at, name, next, owner, decorators);
        }
    }

    private bool IsMemberSign(int at) =>
        Trees.IsOpen(at, Brackets.Paren) && (Trees.IsName(at - 1) || Trees.Is(at - 1, ">"))
        || Trees.IsOpen(at, Brackets.Brace)
        || Trees.Is(at, "=")
        || Trees.Is(at, ";")
        || Trees.Is(at, "=>");

    private int NameBeforeTypes(int from, int next)
    {
        for (var at = from; at < next; at++)
        {
            if (Trees.Is(at + 1, "<") && SkipTypeArguments(at + 1) == next)
            {
                return at;
            }
        }

        return next - 1;
    }

    private void AddMethod(int at, int name, int open, CodeClass owner, IReadOnlyList<CodeDecorator> decorators)
    {
        NotCalls.Add(open);
        var body = Ahead(
            Lookahead.Sought.Statement,
            Trees.After(open),
            (token, _) => Trees.IsOpen(token, Brackets.Brace) || Trees.Is(token, ";") || Trees.Is(token, "=>")
        );

        var range =
            Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body)
            : Trees.Is(body, "=>") ? ExpressionAt(body + 1)
            : new TokenRange(body, body);
        AddTypedMethod(at, name, open, range, owner, decorators);
        memberResume = range.End + 1;
    }

    private void AddField(int at, int name, int next, CodeClass owner, IReadOnlyList<CodeDecorator> decorators)
    {
        var end = next;
        if (Trees.IsOpen(next, Brackets.Brace))
        {
            initialisers.Add(next);
            end = Trees.After(next);
        }

        var value = Trees.Is(end, "=") || Trees.Is(end, "=>") ? ExpressionAt(end + 1) : default;
        owner.FieldList.Add(new CodeField(Trees.Text(name), new TokenRange(at, name), value, decorators, Trees.Span(name)));
        if (!value.IsEmpty)
        {
            AddAssignment(Trees.Text(name), name, value, "field", new TokenRange(at, name));
        }

        memberResume = Math.Max(value.End, Trees.Is(end, ";") ? end + 1 : end);
    }

    private void VisitCondition(int at)
    {
        var body = Trees.After(at + 1);
        Conditions.Add(
            new CodeCondition(Trees.Inside(at + 1), Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body) : ExpressionAt(body), at)
        );
    }

    private void VisitNew(int at)
    {
        var path = PathAt(at + 1, out var end);
        end = SkipTypeArguments(end);
        end = Trees.IsOpen(end, Brackets.Paren) ? Trees.After(end) : end;
        if (Trees.IsOpen(end, Brackets.Brace))
        {
            initialisers.Add(end);
            var value = new TokenRange(at + 1, Trees.After(end));
            Objects.Add(new CodeObject(path, value, Trees.Span(value)));
        }
    }

    // Locals and properties; initialisers and attributes report their own members and named arguments.
    private void VisitAssignment(int at)
    {
        if (
            at < memberResume && ClassAround(at) is not null
            || Trees.Is(at - 2, "using")
            || !Trees.IsName(at - 1)
            || Trees.ParentBracket(at) is Brackets.Paren or Brackets.Square
            || initialisers.Contains(Trees.Parent(at))
        )
        {
            return;
        }

        AddPathAssignment(at);
    }
}
