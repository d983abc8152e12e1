using System.Collections.Frozen;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of Kotlin. Lambdas belong to the code around them.</summary>
internal sealed class KotlinShaper(TokenTrees trees) : JvmShaper(trees)
{
    private static readonly FrozenSet<string> Modifiers = new[]
    {
        "public",
        "private",
        "protected",
        "internal",
        "open",
        "abstract",
        "final",
        "override",
        "data",
        "sealed",
        "enum",
        "annotation",
        "companion",
        "inner",
        "inline",
        "suspend",
        "lateinit",
        "const",
        "operator",
        "value",
        "external",
        "tailrec",
    }.ToFrozenSet(StringComparer.Ordinal);

    protected override void Visit(int at)
    {
        if (Trees.Is(at, "@"))
        {
            VisitAnnotation(at);
        }
        else if (Trees.IsKind(at, TokenKind.Name))
        {
            VisitName(at);
        }
        else if (Trees.Is(at, "=") && at >= MemberResume)
        {
            VisitAssignment(at);
        }
    }

    protected override bool EndsAtLine(int at) =>
        !(
            Trees.Is(at, ".")
            || Trees.Is(at, "?.")
            || Trees.Is(at, "?:")
            || Trees.Is(at, "&&")
            || Trees.Is(at, "||")
            || Trees.IsOpen(at, Brackets.Brace)
            || Trees.IsKind(at - 1, TokenKind.Operator)
        );

    private void VisitName(int at)
    {
        if (Trees.IsAny(at, Modifiers) && (Trees.IsName(at + 1) || Trees.Is(at + 1, "@")))
        {
            PassModifier(at);
            return;
        }

        switch (Trees.Text(at))
        {
            case "import" when Trees[at].StartsLine:
                VisitImport(at);
                return;
            case "class" or "interface" or "object" when Trees.IsName(at + 1) && !Trees.Is(at - 1, "::"):
                VisitType(at, at + 1);
                return;
            case "object" when Trees.Is(at - 1, "companion") && Trees.IsOpen(at + 1, Brackets.Brace):
                VisitType(at, at);
                return;
            case "fun":
                VisitFunction(at);
                return;
            case "val" or "var" when Trees.IsName(at + 1):
                VisitProperty(at);
                return;
            case "if" when Trees.IsOpen(at + 1, Brackets.Paren):
                VisitCondition(at);
                return;
        }
    }

    private void VisitType(int at, int name)
    {
        var decorators = TakeDecorators(at);
        var next = SkipTypeArguments(name + 1);
        while (Trees.Is(next, "constructor") || Trees.IsAny(next, Modifiers) || Trees.Is(next, "@"))
        {
            next++;
        }

        if (Trees.IsOpen(next, Brackets.Paren))
        {
            NotCalls.Add(next);
            next = Trees.After(next);
        }

        List<string> bases = [];
        var listStart = next;
        if (Trees.Is(next, ":"))
        {
            next = Bases(next, bases);
        }

        var hasBody = Trees.IsOpen(next, Brackets.Brace);
        AddClass(
            new CodeClass
            {
                Name = Trees.Text(name),
                Body = hasBody ? Trees.Inside(next) : new TokenRange(next, next),
                Span = Trees.Span(name),
                Bases = bases,
                BaseList = new TokenRange(listStart, next),
                Decorators = decorators,
                IsExported = true,
            },
            hasBody ? next : -1
        );
    }

    /// <summary><c>: Base(argument), Other by delegate</c>.</summary>
    private int Bases(int colon, List<string> bases)
    {
        var next = colon;
        for (var steps = 0; steps < 100 && (Trees.Is(next, ":") || Trees.Is(next, ",")); steps++)
        {
            var path = PathAt(next + 1, out var end);
            bases.AddRange(path.Length > 0 ? [path] : []);
            next = SkipTypeArguments(Math.Max(next + 1, end));
            next = Trees.IsOpen(next, Brackets.Paren) ? Trees.After(next) : next;
            if (Trees.Is(next, "by"))
            {
                next = BodyAhead(next);
            }
        }

        return next;
    }

    private void VisitFunction(int at)
    {
        var decorators = TakeDecorators(at);
        var name = SkipTypeArguments(at + 1);
        PathAt(name, out var end);
        var open = SkipTypeArguments(end);
        if (!Trees.IsOpen(open, Brackets.Paren) || end == name)
        {
            return;
        }

        NotCalls.Add(open);
        var body = Ahead(
            Lookahead.Sought.Statement,
            Trees.After(open),
            (token, start) =>
                Trees.IsOpen(token, Brackets.Brace)
                || Trees.Is(token, "=")
                || (token > start && Trees[token].StartsLine && !Trees.Is(token, ":") && !Trees.Is(token - 1, ":"))
        );
        var range =
            Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body)
            : Trees.Is(body, "=") ? ExpressionAt(body + 1)
            : new TokenRange(body, body);
        Functions.Add(
            new CodeFunction
            {
                Name = Trees.Text(end - 1),
                Owner = ClassAround(at)?.Name,
                Parameters = [.. SplitTypes(Trees.Inside(open)).Select(Parameter)],
                ReturnType = default,
                Body = range,
                Span = Trees.Span(end - 1),
                Decorators = decorators,
                IsExported = true,
            }
        );
        MemberResume = Math.Max(MemberResume, Trees.Is(body, "=") ? body + 1 : body);
    }

    private CodeParameter Parameter(TokenRange part)
    {
        var colon = Trees.Find(part, ":");
        var name = (colon >= 0 ? colon : part.End) - 1;
        return new CodeParameter(Trees.IsName(name) ? Trees.Text(name) : "", part, default, part);
    }

    /// <summary><c>val name: Type = value</c>, <c>val name by lazy { … }</c>, <c>val name get() = …</c>.</summary>
    private void VisitProperty(int at)
    {
        var decorators = TakeDecorators(at);
        var sign = Ahead(
            Lookahead.Sought.Type,
            at + 2,
            (token, _) =>
                Trees.Is(token, "=") || Trees.Is(token, ";") || Trees.Is(token, ",") || Trees.Is(token, "by") || Trees[token].StartsLine
        );
        var value = Trees.Is(sign, "=") ? ExpressionAt(sign + 1) : default;
        var type = new TokenRange(at + 2, Math.Max(at + 2, sign));
        if (ClassAround(at) is { } owner)
        {
            owner.FieldList.Add(new CodeField(Trees.Text(at + 1), type, value, decorators, Trees.Span(at + 1)));
        }

        AddAssignment(Trees.Text(at + 1), at + 1, value, ClassAround(at) is null ? Trees.Text(at) : "field", type);
        MemberResume = Math.Max(MemberResume, Trees.Is(sign, "=") ? sign + 1 : sign);
    }
}
