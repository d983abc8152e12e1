namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of JavaScript and TypeScript.</summary>
internal sealed class JavaScriptShaper : Shaper
{
    private readonly JavaScriptModules modules;
    private readonly JavaScriptFunctions functions;
    private readonly JavaScriptAssignments assignments;
    private int memberResume;

    public JavaScriptShaper(TokenTrees trees)
        : base(trees)
    {
        modules = new JavaScriptModules(trees, Imports, Exports);
        functions = new JavaScriptFunctions(trees, NotCalls);
        assignments = new JavaScriptAssignments(trees, Assignments, Exports, ExpressionAt);
    }

    protected override void Visit(int at)
    {
        switch (Trees[at].Kind)
        {
            case TokenKind.Name:
                VisitName(at);
                break;
            case TokenKind.Operator:
                VisitOperator(at);
                break;
            case TokenKind.String or TokenKind.Open when ClassAround(at) is { } owner && at >= memberResume:
                VisitMember(at, owner);
                break;
        }
    }

    protected override bool EndsAtLine(int at) =>
        Trees.ParentBracket(at) is Brackets.Brace or Brackets.Hole or ' '
        && !JavaScriptLines.Continues(Trees, at)
        && !JavaScriptLines.IsOpenEnded(Trees, at - 1);

    private void VisitOperator(int at)
    {
        if (Trees.Is(at, "@"))
        {
            VisitDecorator(at);
        }
        else if (Trees.Is(at, "=>"))
        {
            if (functions.Arrow(at, ExpressionAt) is { } arrow)
            {
                Functions.Add(arrow);
            }
        }
        else if ((Trees.Is(at, "=") || Trees.Is(at, "??=") || Trees.Is(at, "||=")) && ClassAround(at) is null)
        {
            assignments.Plain(at);
        }
        else if (Trees.Is(at, "*") && ClassAround(at) is { } owner && at >= memberResume && Trees.IsName(at + 1))
        {
            VisitMember(at + 1, owner);
        }
    }

    private void VisitDecorator(int at)
    {
        var path = PathAt(at + 1, out var end);
        if (path.Length == 0)
        {
            return;
        }

        IReadOnlyList<CodeArgument> arguments = [];
        if (Trees.IsOpen(end, Brackets.Paren))
        {
            NotCalls.Add(end);
            arguments = ArgumentReader.Read(Trees, Trees.Inside(end));
            end = Trees.After(end);
        }

        var tokens = new TokenRange(at, end);
        AddDecorator(new CodeDecorator(path, arguments, tokens, Trees.Span(tokens)));
        memberResume = Math.Max(memberResume, end);
    }

    private void VisitName(int at)
    {
        if (ClassAround(at) is { } owner && at >= memberResume)
        {
            VisitMember(at, owner);
            return;
        }

        // A name behind a dot or before a colon is a member, whatever it says.
        if (Trees.Is(at - 1, ".") || Trees.Is(at - 1, "?.") || (Trees.Is(at + 1, ":") && !Trees.Is(at, "default")))
        {
            return;
        }

        VisitWord(at);
    }

    private void VisitWord(int at)
    {
        switch (Trees.Text(at))
        {
            case "import":
                modules.Import(at);
                break;
            case "export":
                PassModifier(at);
                modules.Export(at, ExpressionAt);
                break;
            case "require":
                modules.Require(at);
                break;
            case "default" or "abstract" or "declare" or "async":
                PassModifier(at);
                break;
            case "const" or "let" or "var":
                assignments.Declaration(at, JavaScriptModules.IsExported(Trees, at));
                break;
            case "function":
                AddFunction(functions.Declared(at));
                break;
            case "class":
                VisitClass(at);
                break;
            case "interface" when Trees.IsName(at + 1):
                VisitClass(at);
                break;
            case "if" when Trees.IsOpen(at + 1, Brackets.Paren):
                VisitCondition(at);
                break;
            default:
                AddFunction(
                    Trees.ParentBracket(at) == Brackets.Brace && Trees.IsOpen(at + 1, Brackets.Paren)
                        ? functions.Method(at, null, [])
                        : null
                );
                break;
        }
    }

    private void AddFunction(CodeFunction? function)
    {
        if (function is not null)
        {
            Functions.Add(function);
        }
    }

    private void VisitCondition(int at)
    {
        var body = Trees.After(at + 1);
        var range = Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body) : ExpressionAt(body);
        var test = Trees.Inside(at + 1);
        Conditions.Add(new CodeCondition(test, range, at));
        var isMain = Trees.Find(test, "===") is var equals and > 0 && (Trees.Is(equals - 1, "main") || Trees.Is(equals + 1, "require"));
        if (isMain || (Trees.Is(test.First, "import") && Trees.Is(test.First + 4, "main")))
        {
            MainGuards.Add(range);
        }
    }

    private void VisitClass(int at)
    {
        var name = Trees.IsName(at + 1) && !Trees.Is(at + 1, "extends") ? at + 1 : at;
        var open = name + 1;
        List<string> bases = [];
        var listStart = open;
        for (var steps = 0; steps < 200 && open < Trees.Count && !Trees.IsOpen(open, Brackets.Brace) && !Trees.Is(open, ";"); steps++)
        {
            if (Trees.Is(open, "extends") || Trees.Is(open, "implements") || Trees.Is(open, ","))
            {
                var path = PathAt(open + 1, out var end);
                bases.AddRange(path.Length > 0 ? [path] : []);
                open = Math.Max(open + 1, end);
            }
            else
            {
                open = Trees.Is(open, "<") ? SkipTypeArguments(open) : Trees.After(open);
            }
        }

        if (!Trees.IsOpen(open, Brackets.Brace))
        {
            return;
        }

        var found = new CodeClass
        {
            Name = name == at ? JavaScriptFunctions.NameBefore(Trees, at) : Trees.Text(name),
            Body = Trees.Inside(open),
            Span = Trees.Span(name),
            Bases = bases,
            BaseList = new TokenRange(listStart, open),
            Decorators = TakeDecorators(at),
            IsExported = JavaScriptModules.IsExported(Trees, at),
        };
        AddClass(found, open);
    }

    private void VisitMember(int at, CodeClass owner)
    {
        if (IsModifier(at))
        {
            PassModifier(at);
            return;
        }

        var isName = Trees.IsName(at) || Trees.IsKind(at, TokenKind.String);
        if (!isName)
        {
            memberResume = Math.Max(memberResume, Trees.After(at));
            return;
        }

        var decorators = TakeDecorators(at);
        if (functions.Method(at, owner.Name, decorators) is { } method)
        {
            Functions.Add(method);
            memberResume = method.Body.End + 1;
            return;
        }

        AddField(at, owner, decorators);
    }

    private bool IsModifier(int at) =>
        Trees.Text(at)
            is "public"
                or "private"
                or "protected"
                or "static"
                or "readonly"
                or "override"
                or "async"
                or "abstract"
                or "declare"
                or "accessor"
                or "get"
                or "set"
        && (
            Trees.IsName(at + 1)
            || Trees.Is(at + 1, "*")
            || Trees.IsKind(at + 1, TokenKind.String)
            || Trees.IsOpen(at + 1, Brackets.Square)
            || Trees.IsOpen(at + 1, Brackets.Brace)
        );

    private void AddField(int at, CodeClass owner, IReadOnlyList<CodeDecorator> decorators)
    {
        var limit = EndOfGroup(at);
        var next = at + 1;
        next += Trees.Is(next, "?") || Trees.Is(next, "!") ? 1 : 0;
        var type = default(TokenRange);
        if (Trees.Is(next, ":"))
        {
            var end = JavaScriptLines.TypeEnd(Trees, next + 1, limit);
            type = new TokenRange(next + 1, end);
            next = end;
        }

        var value = Trees.Is(next, "=") ? ExpressionAt(next + 1) : default;
        var last = Math.Max(next, value.End);
        // An abstract or overloaded method has parameters and no body.
        if (!Trees.IsOpen(next, Brackets.Paren) && !Trees.Is(next, "<"))
        {
            var name = Trees.IsName(at) ? Trees.Text(at) : Literals.Value(Trees, at);
            owner.FieldList.Add(new CodeField(name, type, value, decorators, Trees.Span(at)));
            if (!value.IsEmpty)
            {
                Assignments.Add(
                    new CodeAssignment(name, value, Trees.Span(new TokenRange(at, last)))
                    {
                        Token = at,
                        Type = type,
                        Keyword = "field",
                    }
                );
            }
        }
        else
        {
            NotCalls.Add(next);
        }

        memberResume = Math.Max(last, at + 1);
        while (memberResume < limit && !Trees.Is(memberResume, ";") && !Trees[memberResume].StartsLine && !Trees.Is(memberResume, "@"))
        {
            memberResume = Trees.After(memberResume);
        }
    }
}
