using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of PHP. <c>return […]</c> at the top of a file gives its members names of their own, as configuration files do.</summary>
internal sealed class PhpShaper(TokenTrees trees) : Shaper(trees)
{
    private static readonly FrozenSet<string> Modifiers = new[]
    {
        "public",
        "private",
        "protected",
        "static",
        "final",
        "abstract",
        "readonly",
    }.ToFrozenSet(StringComparer.Ordinal);

    protected override void Visit(int at)
    {
        if (Trees.Is(at, "#") && Trees.IsOpen(at + 1, Brackets.Square))
        {
            VisitAttributes(at);
        }
        else if (Trees.Is(at, "=") || Trees.Is(at, "??="))
        {
            VisitAssignment(at);
        }
        else if (Trees.IsName(at) && !IsDot(at - 1))
        {
            VisitName(at);
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
            case "use" when Trees.IsName(at + 1) && ClassAround(at) is null:
                VisitUse(at);
                break;
            case "function" or "fn":
                VisitFunction(at);
                break;
            case "class" or "interface" or "trait" or "enum" when Trees.IsName(at + 1):
                VisitType(at);
                break;
            case "if" or "elseif" when Trees.IsOpen(at + 1, Brackets.Paren):
                VisitCondition(at);
                break;
            case "require" or "require_once" or "include" or "include_once":
                VisitRequire(at);
                break;
            case "return" when Trees.Parent(at) < 0:
                VisitReturn(at);
                break;
        }
    }

    /// <summary><c>#[Route('/x'), IsGranted('y')]</c>.</summary>
    private void VisitAttributes(int at)
    {
        var open = at + 1;
        NotCalls.Add(open);
        var next = at;
        foreach (var part in Trees.Split(Trees.Inside(open), ","))
        {
            var path = PathAt(part.First, out var end);
            IReadOnlyList<CodeArgument> arguments = [];
            if (Trees.IsOpen(end, Brackets.Paren))
            {
                NotCalls.Add(end);
                arguments = ArgumentReader.Read(Trees, Trees.Inside(end));
            }

            if (path.Length > 0)
            {
                var tokens = new TokenRange(next, Trees.After(open));
                AddDecorator(new CodeDecorator(Bare(path), arguments, tokens, Trees.Span(part)));
                next = tokens.End;
            }
        }
    }

    private static string Bare(string path) => path[(path.LastIndexOf('\\') + 1)..];

    /// <summary><c>use A\B as C;</c>, <c>use A\{B, C as D};</c>, <c>use function A\b;</c></summary>
    private void VisitUse(int at)
    {
        var first = at + 1 + (Trees.Is(at + 1, "function") || Trees.Is(at + 1, "const") ? 1 : 0);
        var end = Ahead(Lookahead.Sought.Statement, first, (token, _) => Trees.Is(token, ";"));
        foreach (var part in Trees.Split(new TokenRange(first, end), ","))
        {
            var module = Trees.Text(part.First).TrimStart('\\');
            if (Trees.IsOpen(part.First + 1, Brackets.Brace))
            {
                foreach (var inner in Trees.Split(Trees.Inside(part.First + 1), ","))
                {
                    AddImport(module.TrimEnd('\\') + "\\" + Trees.Text(inner.First), inner);
                }
            }
            else if (Trees.IsName(part.First))
            {
                AddImport(module, part);
            }
        }
    }

    private void AddImport(string module, TokenRange part)
    {
        var local = Trees.Is(part.First + 1, "as") ? Trees.Text(part.First + 2) : Bare(module);
        Imports.Add(new CodeImport(module, null, local, false, Trees.Span(part)));
    }

    /// <summary><c>require __DIR__.'/auth.php'</c> and <c>require base_path('routes/auth.php')</c>, as far as they are literal.</summary>
    private void VisitRequire(int at)
    {
        var range = ExpressionAt(at + 1);
        if (PhpPaths.Of(Trees, range) is { } path)
        {
            var isOptional = Trees.Text(at).StartsWith("include", StringComparison.Ordinal);
            Imports.Add(new CodeImport(path, null, "", isOptional, Trees.Span(range)));
        }
    }

    private void VisitFunction(int at)
    {
        var name = at + 1;
        name += Trees.Is(name, "&") ? 1 : 0;
        var isNamed = Trees.IsName(name);
        var open = isNamed ? name + 1 : name;
        if (!Trees.IsOpen(open, Brackets.Paren))
        {
            return;
        }

        NotCalls.Add(open);
        var after = Trees.After(open);
        if (Trees.Is(after, "use") && Trees.IsOpen(after + 1, Brackets.Paren))
        {
            NotCalls.Add(after + 1);
            after = Trees.After(after + 1);
        }

        Functions.Add(
            new CodeFunction
            {
                Name = isNamed ? Trees.Text(name) : "",
                Owner = isNamed ? ClassAround(at)?.Name : null,
                Parameters = [.. Trees.Split(Trees.Inside(open), ",").Select(Parameter)],
                Body = BodyOf(at, after),
                Span = isNamed ? Trees.Span(name) : Trees.Span(new TokenRange(open, Trees.After(open))),
                Decorators = TakeDecorators(at),
                IsExported = true,
            }
        );
    }

    private TokenRange BodyOf(int at, int after)
    {
        if (Trees.Is(at, "fn"))
        {
            var arrow = Ahead(Lookahead.Sought.Colon, after, (token, _) => Trees.Is(token, "=>") || Trees.Is(token, ";"));
            return Trees.Is(arrow, "=>") ? ExpressionAt(arrow + 1) : new TokenRange(arrow, arrow);
        }

        var body = BodyAhead(after);
        return Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body) : new TokenRange(body, body);
    }

    private CodeParameter Parameter(TokenRange part)
    {
        for (var at = part.First; at < part.End; at = Trees.After(at))
        {
            if (Trees.IsName(at) && Trees.Chars(at)[0] == '$')
            {
                var value = Trees.Is(at + 1, "=") ? new TokenRange(at + 2, part.End) : default;
                return new CodeParameter(Trees.Text(at), new TokenRange(part.First, at), value, part);
            }
        }

        return new CodeParameter("", default, default, part);
    }

    private void VisitType(int at)
    {
        var body = BodyAhead(at + 2);
        var hasBody = Trees.IsOpen(body, Brackets.Brace);
        List<string> bases = [];
        for (var next = at + 2; next < body; next++)
        {
            if (Trees.IsName(next) && Trees.Chars(next) is not ("extends" or "implements" or "string" or "int"))
            {
                bases.Add(Bare(Trees.Text(next)));
            }
        }

        AddClass(
            new CodeClass
            {
                Name = Trees.Text(at + 1),
                Body = hasBody ? Trees.Inside(body) : new TokenRange(body, body),
                Span = Trees.Span(at + 1),
                Bases = bases,
                BaseList = new TokenRange(at + 2, body),
                Decorators = TakeDecorators(at),
                IsExported = true,
            },
            hasBody ? body : -1
        );
    }

    private void VisitCondition(int at)
    {
        var body = Trees.After(at + 1);
        Conditions.Add(
            new CodeCondition(Trees.Inside(at + 1), Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body) : ExpressionAt(body), at)
        );
    }

    private void VisitAssignment(int at)
    {
        if (Trees.IsName(at - 1) && Trees.ParentBracket(at) is not Brackets.Paren and not Brackets.Square)
        {
            AddPathAssignment(at);
        }
    }

    /// <summary>What a configuration file gives, as <c>return</c>, whose members are called by their own names.</summary>
    private void VisitReturn(int at)
    {
        var value = ExpressionAt(at + 1);
        if (MemberReader.OpeningOf(Trees, value) is >= 0 and var open && Trees.After(open) >= value.End)
        {
            foreach (var member in MemberReader.Read(Trees, value).Where(member => member.Name is not ("..." or "")))
            {
                AddAssignment(member.Name, member.Token, member.Value, "member", default);
            }
        }
    }
}
