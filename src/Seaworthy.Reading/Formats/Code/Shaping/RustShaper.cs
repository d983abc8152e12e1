using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of Rust. An <c>impl</c> block is a class named by its type, with the trait as base.</summary>
internal sealed class RustShaper(TokenTrees trees) : Shaper(trees)
{
    private const int MaximumUseDepth = 8;

    protected override void Visit(int at)
    {
        if (Trees.Is(at, "#"))
        {
            VisitAttribute(at);
        }
        else if (Trees.Is(at, "="))
        {
            VisitPlainAssignment(at);
        }
        else if (Trees.IsName(at) && !IsDot(at - 1))
        {
            VisitName(at);
        }
        else if (Trees.IsOpen(at, Brackets.Brace))
        {
            VisitLiteral(at);
        }
    }

    private void VisitName(int at)
    {
        switch (Trees.Text(at))
        {
            case "pub":
                PassModifier(at);
                if (Trees.IsOpen(at + 1, Brackets.Paren))
                {
                    NotCalls.Add(at + 1);
                    PassModifier(at + 1);
                    PassModifier(at + 2);
                    PassModifier(at + 3);
                }

                break;
            case "async" or "unsafe" or "extern" or "default":
                PassModifier(at);
                break;
            case "use":
                AddUse(new TokenRange(at + 1, StatementEnd(at)), "", 0);
                break;
            case "mod" when Trees.IsName(at + 1) && Trees.Is(at + 2, ";"):
                Imports.Add(
                    new CodeImport("self::" + Trees.Text(at + 1), null, Trees.Text(at + 1), false, Trees.Span(new TokenRange(at, at + 2)))
                );
                break;
            case "fn":
                VisitFunction(at);
                break;
            case "struct" or "enum" or "trait" when Trees.IsName(at + 1):
                VisitType(at);
                break;
            case "impl":
                VisitImplementation(at);
                break;
            case "let" or "const" or "static":
                PassModifier(at);
                VisitDeclaration(at);
                break;
            case "if":
                VisitCondition(at);
                break;
        }
    }

    private int StatementEnd(int at) => Ahead(Lookahead.Sought.Statement, at, (token, _) => Trees.Is(token, ";"));

    private void VisitAttribute(int at)
    {
        var open = at + 1 + (Trees.Is(at + 1, "!") ? 1 : 0);
        if (!Trees.IsOpen(open, Brackets.Square))
        {
            return;
        }

        NotCalls.Add(open);
        var path = PathAt(open + 1, out var end);
        IReadOnlyList<CodeArgument> arguments = [];
        if (Trees.IsOpen(end, Brackets.Paren))
        {
            NotCalls.Add(end);
            arguments = ArgumentReader.Read(Trees, Trees.Inside(end));
        }

        var tokens = new TokenRange(at, Trees.After(open));
        AddDecorator(new CodeDecorator(path, arguments, tokens, Trees.Span(tokens)));
    }

    private void AddUse(TokenRange range, string prefix, int depth)
    {
        var at = range.First;
        var module = prefix;
        while (at + 1 < range.End && Trees.IsName(at) && Trees.Is(at + 1, "::"))
        {
            module += (module.Length > 0 ? "::" : "") + Trees.Text(at);
            at += 2;
        }

        if (Trees.IsOpen(at, Brackets.Brace) && depth < MaximumUseDepth)
        {
            foreach (var part in Trees.Split(Trees.Inside(at), ","))
            {
                AddUse(part, module, depth + 1);
            }
        }
        else if (at < range.End)
        {
            var name = Trees.Text(at);
            var local =
                Trees.Is(at + 1, "as") ? Trees.Text(at + 2)
                : name == "self" ? module[(module.LastIndexOf(':') + 1)..]
                : name;
            var isRoot = module.Length == 0;
            Imports.Add(new CodeImport(isRoot ? name : module, isRoot || name == "self" ? null : name, local, false, Trees.Span(range)));
        }
    }

    private void VisitFunction(int at)
    {
        var open = SkipTypeArguments(at + 2);
        if (!Trees.IsName(at + 1) || !Trees.IsOpen(open, Brackets.Paren))
        {
            return;
        }

        NotCalls.Add(open);
        var after = Trees.After(open);
        var body = BodyAhead(after);

        Functions.Add(
            new CodeFunction
            {
                Name = Trees.Text(at + 1),
                Owner = ClassAround(at)?.Name,
                Parameters = [.. SplitTypes(Trees.Inside(open)).Select(Parameter)],
                ReturnType = Trees.Is(after, "->") ? new TokenRange(after + 1, body) : default,
                Body = Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body) : new TokenRange(body, body),
                Span = Trees.Span(at + 1),
                Decorators = TakeDecorators(at),
                IsExported = Trees.Is(at - 1, "pub") || Trees.Is(at - 2, "pub"),
            }
        );
    }

    private CodeParameter Parameter(TokenRange part)
    {
        var colon = Trees.Find(part, ":");
        var name = colon > part.First && Trees.IsName(colon - 1) ? Trees.Text(colon - 1) : "";
        return new CodeParameter(name, colon >= 0 ? new TokenRange(colon + 1, part.End) : default, default, part);
    }

    private void VisitType(int at)
    {
        var body = BodyAhead(at + 2);

        var hasBody = Trees.IsOpen(body, Brackets.Brace);
        var found = new CodeClass
        {
            Name = Trees.Text(at + 1),
            Body = hasBody ? Trees.Inside(body) : new TokenRange(body, body),
            Span = Trees.Span(at + 1),
            Decorators = TakeDecorators(at),
            IsExported = Trees.Is(at - 1, "pub"),
        };
        AddClass(found, hasBody ? body : -1);
        if (hasBody && Trees.Is(at, "struct"))
        {
            found.FieldList.AddRange(SplitTypes(found.Body).Select(Field).OfType<CodeField>());
        }
    }

    private CodeField? Field(TokenRange part)
    {
        List<CodeDecorator> decorators = [];
        var at = part.First;
        while (at < part.End && Trees.Is(at, "#"))
        {
            var path = PathAt(at + 2, out var end);
            var arguments = Trees.IsOpen(end, Brackets.Paren) ? ArgumentReader.Read(Trees, Trees.Inside(end)) : [];
            var tokens = new TokenRange(at, Trees.After(at + 1));
            decorators.Add(new CodeDecorator(path, arguments, tokens, Trees.Span(tokens)));
            at = tokens.End;
        }

        var colon = Trees.Find(new TokenRange(at, part.End), ":");
        return colon > at && Trees.IsName(colon - 1)
            ? new CodeField(Trees.Text(colon - 1), new TokenRange(colon + 1, part.End), default, decorators, Trees.Span(colon - 1))
            : null;
    }

    private void VisitImplementation(int at)
    {
        var next = SkipTypeArguments(at + 1);
        var first = PathAt(next, out var end);
        end = SkipTypeArguments(end);
        var type = first;
        if (Trees.Is(end, "for"))
        {
            type = PathAt(end + 1, out end);
        }

        end = BodyAhead(end);

        // "impl Trait" is a type as well.
        if (
            type.Length > 0
            && Trees.IsOpen(end, Brackets.Brace)
            && Trees.ParentBracket(at) is ' ' or Brackets.Brace
            && !Trees.Is(at - 1, "->")
        )
        {
            var found = new CodeClass
            {
                Name = type,
                Body = Trees.Inside(end),
                Span = Trees.Span(next),
                Bases = type == first ? [] : [first],
                Decorators = TakeDecorators(at),
            };
            AddClass(found, end);
        }
    }

    private void VisitDeclaration(int at)
    {
        var name = at + 1;
        name += Trees.Is(name, "mut") || Trees.Is(name, "ref") ? 1 : 0;
        if (!Trees.IsName(name))
        {
            return;
        }

        var next = name + 1;
        var type = default(TokenRange);
        if (Trees.Is(next, ":"))
        {
            var equals = Ahead(Lookahead.Sought.Type, next, (token, _) => Trees.Is(token, "=") || Trees.Is(token, ";"));

            (type, next) = (new TokenRange(next + 1, equals), equals);
        }

        if (Trees.Is(next, "="))
        {
            Add(Trees.Text(name), name, new TokenRange(next + 1, StatementEnd(next)), Trees.Text(at), type);
        }
    }

    private void VisitPlainAssignment(int at)
    {
        if (!Trees.IsName(at - 1) || Trees.ParentBracket(at) != Brackets.Brace)
        {
            return;
        }

        var first = at - 1;
        while (Trees.Is(first - 1, ".") && Trees.IsName(first - 2))
        {
            first -= 2;
        }

        if (Trees.Is(first - 1, ";") || Trees.IsOpen(first - 1, Brackets.Brace) || Trees.IsClose(first - 1, Brackets.Brace))
        {
            Add(PathAt(first, out _), first, ExpressionAt(at + 1), "=", default);
        }
    }

    private void Add(string name, int token, TokenRange value, string keyword, TokenRange type) =>
        Assignments.Add(
            new CodeAssignment(name, value, Trees.Span(new TokenRange(token, Math.Max(value.End, token + 1))))
            {
                Token = token,
                Keyword = keyword,
                Type = type,
                IsExported = Trees.Is(token - 2, "pub"),
            }
        );

    private void VisitCondition(int at)
    {
        var body = BodyAhead(at + 1);

        if (Trees.IsOpen(body, Brackets.Brace))
        {
            Conditions.Add(new CodeCondition(new TokenRange(at + 1, body), Trees.Inside(body), at));
        }
    }

    // "Config { port: 80 }": a type's name begins with a capital, and a field with a colon or a comma follows.
    private void VisitLiteral(int open)
    {
        var last = open - 1;
        if (
            !Trees.IsName(last)
            || !char.IsUpper(Trees.Chars(last)[0])
            || !Trees.IsName(open + 1)
            || !(Trees.Is(open + 2, ":") || Trees.Is(open + 2, ","))
        )
        {
            return;
        }

        var first = last;
        while (Trees.Is(first - 1, "::") && Trees.IsName(first - 2))
        {
            first -= 2;
        }

        if (
            Trees.Is(first - 1, "struct")
            || Trees.Is(first - 1, "impl")
            || Trees.Is(first - 1, "for")
            || Trees.Is(first - 1, "enum")
            || Trees.Is(first - 1, "->")
        )
        {
            return;
        }

        var value = new TokenRange(first, Trees.After(open));
        Objects.Add(new CodeObject(PathAt(first, out _), value, Trees.Span(value)));
    }
}
