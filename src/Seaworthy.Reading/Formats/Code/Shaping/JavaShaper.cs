using System.Collections.Frozen;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of Java. Lambdas and anonymous classes belong to the code around them.</summary>
internal sealed class JavaShaper(TokenTrees trees) : JvmShaper(trees)
{
    private static readonly FrozenSet<string> Modifiers = new[]
    {
        "public",
        "private",
        "protected",
        "static",
        "final",
        "abstract",
        "native",
        "synchronized",
        "transient",
        "volatile",
        "strictfp",
        "default",
        "sealed",
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
        else if (Trees.Is(at, "<") && at >= MemberResume && ClassAround(at) is not null)
        {
            // "public <T> T one()": the type parameters of a method.
            var end = SkipTypeArguments(at);
            PassRange(new TokenRange(at, end));
            MemberResume = Math.Max(MemberResume, end);
        }
        else if (Trees.Is(at, "=") && !(at < MemberResume && ClassAround(at) is not null))
        {
            VisitAssignment(at);
        }
    }

    private void VisitName(int at)
    {
        if (Trees.IsAny(at, Modifiers))
        {
            PassModifier(at);
            return;
        }

        switch (Trees.Text(at))
        {
            case "import":
                VisitImport(at);
                return;
            case "package":
                return;
            case "class" or "interface" or "enum" or "record" when Trees.IsName(at + 1) && !Trees.Is(at - 1, ".") && IsType(at):
                VisitType(at);
                return;
            case "if" when Trees.IsOpen(at + 1, Brackets.Paren):
                VisitCondition(at);
                return;
        }

        if (ClassAround(at) is { } owner && at >= MemberResume)
        {
            VisitMember(at, owner);
        }
    }

    // "record" is a name like any other where nothing of a record follows.
    private bool IsType(int at) => !Trees.Is(at, "record") || Trees.IsOpen(at + 2, Brackets.Paren) || Trees.Is(at + 2, "<");

    private void VisitType(int at)
    {
        var decorators = TakeDecorators(Trees.Is(at - 1, "@") ? at - 1 : at);
        var name = at + 1;
        var next = SkipTypeArguments(name + 1);
        if (Trees.IsOpen(next, Brackets.Paren))
        {
            NotCalls.Add(next);
            next = Trees.After(next);
        }

        var listStart = next;
        List<string> bases = [];
        for (var steps = 0; steps < 300 && next < Trees.Count && !Trees.IsOpen(next, Brackets.Brace) && !Trees.Is(next, ";"); steps++)
        {
            if (Trees.Is(next, "extends") || Trees.Is(next, "implements") || Trees.Is(next, ","))
            {
                var path = PathAt(next + 1, out var end);
                bases.AddRange(path.Length > 0 ? [path] : []);
                next = SkipTypeArguments(Math.Max(next + 1, end));
            }
            else
            {
                next = Trees.Is(next, "permits") ? BodyAhead(next) : Trees.After(next);
            }
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
            hasBody && !Trees.Is(at, "enum") ? next : -1
        );
        MemberResume = Math.Max(MemberResume, next + 1);
    }

    /// <summary>A method or field: type and name up to the first sign that tells which.</summary>
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
        if (next >= limit || !Trees.IsName(name) || Trees.IsOpen(next, Brackets.Brace))
        {
            MemberResume = Math.Max(at + 1, next + 1);
        }
        else if (Trees.IsOpen(next, Brackets.Paren))
        {
            AddMethod(at, name, next, owner, decorators);
        }
        else
        {
            AddField(at, name, next, owner, decorators);
        }
    }

    private bool IsMemberSign(int at) =>
        (Trees.IsOpen(at, Brackets.Paren) && Trees.IsName(at - 1))
        || Trees.IsOpen(at, Brackets.Brace)
        || Trees.Is(at, "=")
        || Trees.Is(at, ";")
        || Trees.Is(at, ",");

    private void AddMethod(int at, int name, int open, CodeClass owner, IReadOnlyList<CodeDecorator> decorators)
    {
        NotCalls.Add(open);
        var body = Ahead(
            Lookahead.Sought.Statement,
            Trees.After(open),
            (token, _) => Trees.IsOpen(token, Brackets.Brace) || Trees.Is(token, ";")
        );
        var range = Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body) : new TokenRange(body, body);
        AddTypedMethod(at, name, open, range, owner, decorators);
        MemberResume = range.End + 1;
    }

    private void AddField(int at, int name, int next, CodeClass owner, IReadOnlyList<CodeDecorator> decorators)
    {
        var value = Trees.Is(next, "=") ? ExpressionAt(next + 1) : default;
        owner.FieldList.Add(new CodeField(Trees.Text(name), new TokenRange(at, name), value, decorators, Trees.Span(name)));
        AddAssignment(Trees.Text(name), name, value, "field", new TokenRange(at, name));
        MemberResume = Math.Max(value.End, next + 1);
    }
}
