using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Imports and exports of JavaScript modules: ECMAScript <c>import</c>/<c>export</c>, CommonJS <c>require</c>, dynamic imports.</summary>
internal sealed class JavaScriptModules(TokenTrees trees, List<CodeImport> imports, List<CodeExport> exports)
{
    private readonly List<TokenRange> attempts = [];
    private int attemptsUntil;

    /// <summary>Whether the declaration at this keyword is exported in place.</summary>
    public static bool IsExported(TokenTrees trees, int at)
    {
        var before = at - 1;
        for (
            var steps = 0;
            steps < 3
                && (
                    trees.Is(before, "default") || trees.Is(before, "async") || trees.Is(before, "abstract") || trees.Is(before, "declare")
                );
            steps++
        )
        {
            before--;
        }

        return trees.Is(before, "export");
    }

    public void Import(int at)
    {
        if (trees.IsOpen(at + 1, Brackets.Paren))
        {
            if (trees.IsKind(at + 2, TokenKind.String))
            {
                Add(at + 2, null, "", isOptional: true, at, at + 4);
            }

            return;
        }

        if (trees.IsKind(at + 1, TokenKind.String))
        {
            Add(at + 1, null, "", isOptional: false, at, at + 2);
            return;
        }

        var isType = trees.Is(at + 1, "type") && !trees.Is(at + 2, "from") && !trees.Is(at + 2, ",");
        var start = isType ? at + 2 : at + 1;
        if (ModuleAfter(start) is var module and >= 0)
        {
            AddClause(new TokenRange(start, module - 1), module, isType, at);
        }
    }

    public void Export(int at, Func<int, TokenRange> expressionAt)
    {
        var next = at + 1;
        next += trees.Is(next, "type") && trees.IsOpen(next + 1, Brackets.Brace) ? 1 : 0;
        if (trees.Is(next, "*"))
        {
            if (ModuleAfter(next) is var module and >= 0)
            {
                var alias = trees.Is(next + 1, "as") ? trees.Text(next + 2) : "*";
                Add(module, "*", alias, isOptional: false, at, module + 1);
                exports.Add(new CodeExport(alias, new TokenRange(next, next + 1), trees.Span(at)));
            }
        }
        else if (trees.IsOpen(next, Brackets.Brace))
        {
            ExportList(next, at);
        }
        else if (trees.Is(next, "default"))
        {
            exports.Add(new CodeExport("default", DefaultValue(next + 1, expressionAt), trees.Span(at)));
        }
    }

    /// <summary><c>require('x')</c>: with the names that the assignment around it binds.</summary>
    public void Require(int at)
    {
        if (!trees.IsOpen(at + 1, Brackets.Paren) || !trees.IsKind(at + 2, TokenKind.String) || trees.Partner(at + 1) != at + 3)
        {
            return;
        }

        var isOptional = IsAttempted(at);
        var member = trees.Is(at + 4, ".") && trees.IsName(at + 5) && !trees.IsOpen(at + 6, Brackets.Paren) ? trees.Text(at + 5) : null;
        var before = at - 1;
        if (!trees.Is(before, "=") || member is null && trees.Is(at + 4, "."))
        {
            Add(at + 2, member, "", isOptional, at, at + 4);
        }
        else if (trees.IsClose(before - 1, Brackets.Brace))
        {
            foreach (var part in trees.Split(trees.Inside(trees.Partner(before - 1)), ","))
            {
                var local = trees.Is(part.First + 1, ":") ? part.First + 2 : part.First;
                Add(at + 2, trees.Text(part.First), trees.Text(local), isOptional, at, at + 4);
            }
        }
        else
        {
            Add(at + 2, member, trees.IsName(before - 1) ? trees.Text(before - 1) : "", isOptional, at, at + 4);
        }
    }

    private TokenRange DefaultValue(int start, Func<int, TokenRange> expressionAt)
    {
        start += trees.Is(start, "async") || trees.Is(start, "abstract") ? 1 : 0;
        var isDeclaration = trees.Is(start, "function") || trees.Is(start, "class");
        return isDeclaration && trees.IsName(start + 1) ? new TokenRange(start + 1, start + 2) : expressionAt(start);
    }

    private void ExportList(int open, int at)
    {
        var after = trees.After(open);
        var module = trees.Is(after, "from") && trees.IsKind(after + 1, TokenKind.String) ? after + 1 : -1;
        foreach (var part in trees.Split(trees.Inside(open), ","))
        {
            var first = part.First + (trees.Is(part.First, "type") && part.Count is 2 or 4 ? 1 : 0);
            var name = trees.Is(first + 1, "as") ? first + 2 : first;
            exports.Add(
                new CodeExport(
                    trees.Text(name),
                    new TokenRange(module >= 0 ? name : first, (module >= 0 ? name : first) + 1),
                    trees.Span(part)
                )
            );
            if (module >= 0)
            {
                Add(module, trees.Text(first), trees.Text(name), isOptional: false, part.First, part.End);
            }
        }
    }

    // The clause of an import is short: a default, a namespace, a list in braces.
    private int ModuleAfter(int start)
    {
        var at = start;
        for (var steps = 0; steps < 12 && at < trees.Count; steps++, at = trees.After(at))
        {
            if (trees.Is(at, "from") && trees.IsKind(at + 1, TokenKind.String))
            {
                return at + 1;
            }

            if (trees.Is(at, ";") || trees.Is(at, "require"))
            {
                return -1;
            }
        }

        return -1;
    }

    private void AddClause(TokenRange clause, int module, bool isType, int at)
    {
        foreach (var part in trees.Split(clause, ","))
        {
            if (trees.IsOpen(part.First, Brackets.Brace))
            {
                AddList(part.First, module, isType);
            }
            else if (trees.Is(part.First, "*"))
            {
                Add(module, null, trees.Text(part.First + 2), isType, at, module + 1);
            }
            else if (trees.IsName(part.First))
            {
                Add(module, "default", trees.Text(part.First), isType, at, module + 1);
            }
        }
    }

    private void AddList(int open, int module, bool isType)
    {
        foreach (var part in trees.Split(trees.Inside(open), ","))
        {
            var isTypeName = trees.Is(part.First, "type") && part.Count is 2 or 4;
            var first = part.First + (isTypeName ? 1 : 0);
            var local = trees.Is(first + 1, "as") ? first + 2 : first;
            Add(module, trees.Text(first), trees.Text(local), isType || isTypeName, part.First, part.End);
        }
    }

    private void Add(int module, string? name, string local, bool isOptional, int first, int end) =>
        imports.Add(
            new CodeImport(
                Literals.Value(trees, module),
                name,
                local,
                isOptional,
                trees.Span(new TokenRange(first, Math.Min(end, trees.Count)))
            )
        );

    private bool IsAttempted(int at)
    {
        for (; attemptsUntil < at; attemptsUntil++)
        {
            if (
                trees.Is(attemptsUntil, "try")
                && trees.IsOpen(attemptsUntil + 1, Brackets.Brace)
                && !EndsProgram(trees.After(attemptsUntil + 1))
            )
            {
                attempts.Add(trees.Inside(attemptsUntil + 1));
            }
        }

        return attempts.Count > 0 && attempts[^1].Contains(at);
    }

    /// <summary><c>catch (error) { … process.exit(1); }</c>: the attempt is still required.</summary>
    private bool EndsProgram(int at)
    {
        if (!trees.Is(at, "catch"))
        {
            return false;
        }

        var open = trees.IsOpen(at + 1, Brackets.Paren) ? trees.After(at + 1) : at + 1;
        if (!trees.IsOpen(open, Brackets.Brace))
        {
            return false;
        }

        var handler = trees.Inside(open);
        for (var token = handler.First; token < handler.End; token++)
        {
            // Not in a block or a callback inside it, which may never run.
            if (trees.Parent(token) == open && (trees.Is(token, "throw") || (trees.Is(token, "exit") && trees.IsMemberSign(token - 1))))
            {
                return true;
            }
        }

        return false;
    }
}
