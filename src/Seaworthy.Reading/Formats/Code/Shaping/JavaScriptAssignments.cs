namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Declarations, destructuring and plain assignments of JavaScript and TypeScript.</summary>
internal sealed class JavaScriptAssignments(
    TokenTrees trees,
    List<CodeAssignment> assignments,
    List<CodeExport> exports,
    Func<int, TokenRange> expressionAt
)
{
    private int declared = -1;

    /// <summary><c>const a: T = 1, { b } = c</c></summary>
    public void Declaration(int at, bool isExported)
    {
        var keyword = trees.Text(at);
        for (var next = at + 1; next < trees.Count; )
        {
            var name = next;
            next = trees.After(name);
            next += trees.Is(next, "!") ? 1 : 0;
            var type = default(TokenRange);
            if (trees.Is(next, ":"))
            {
                var end = JavaScriptLines.TypeEnd(trees, next + 1, trees.Count);
                (type, next) = (new TokenRange(next + 1, end), end);
            }

            if (!trees.Is(next, "="))
            {
                if (trees.IsName(name) && trees.Is(next, ",") && trees.IsName(next + 1))
                {
                    next++;
                    continue;
                }

                return;
            }

            declared = Math.Max(declared, next);
            var value = expressionAt(next + 1);
            Bind(name, value, type, keyword, isExported);
            if (!trees.Is(value.End, ",") || value.IsEmpty)
            {
                return;
            }

            next = value.End + 1;
        }
    }

    /// <summary>An <c>=</c> that belongs to no declaration.</summary>
    public void Plain(int at)
    {
        if (at <= declared || trees.ParentBracket(at) is Brackets.Paren or Brackets.Square or Brackets.Tag || IsInPattern(at))
        {
            return;
        }

        if (!trees.IsName(at - 1) || trees.Is(at - 2, ":") || IsTypeAlias(at))
        {
            return;
        }

        var (path, first) = PathBefore(at - 1);
        var value = expressionAt(at + 1);
        if (value.IsEmpty || trees.IsAnyDeclaration(first - 1))
        {
            return;
        }

        var span = trees.Span(new TokenRange(first, value.End));
        assignments.Add(new CodeAssignment(path, value, span) { Token = first, Keyword = trees.Text(at) });
        AddExports(path, value, first);
    }

    private void Bind(int name, TokenRange value, TokenRange type, string keyword, bool isExported)
    {
        if (trees.IsName(name))
        {
            var span = trees.Span(new TokenRange(name, value.End));
            assignments.Add(
                new CodeAssignment(trees.Text(name), value, span)
                {
                    Token = name,
                    Type = type,
                    Keyword = keyword,
                    IsExported = isExported,
                }
            );
        }
        else if (trees.IsOpen(name, Brackets.Brace))
        {
            Destructure(name, value, keyword, isExported);
        }
    }

    private void Destructure(int open, TokenRange value, string keyword, bool isExported)
    {
        foreach (var part in trees.Split(trees.Inside(open), ","))
        {
            var equals = trees.Find(part, "=");
            var colon = trees.Find(part, ":");
            var local = colon >= 0 ? colon + 1 : part.First;
            if (!trees.IsName(local) || part.IsEmpty || trees.Is(part.First, "..."))
            {
                continue;
            }

            var member =
                trees.IsName(part.First) ? trees.Text(part.First)
                : trees.IsKind(part.First, TokenKind.String) ? Literals.Value(trees, part.First)
                : "";
            assignments.Add(
                new CodeAssignment(trees.Text(local), value, trees.Span(part))
                {
                    Token = part.First,
                    Keyword = keyword,
                    Member = member,
                    Default = equals >= 0 ? new TokenRange(equals + 1, part.End) : default,
                    IsExported = isExported,
                }
            );
        }
    }

    // "({ a = 1 }) =>", "function f({ a = 1 })": a default of a pattern, not an assignment.
    private bool IsInPattern(int at)
    {
        var open = trees.Parent(at);
        if (open < 0 || !trees.IsOpen(open, Brackets.Brace) || !(trees.Is(at + 1, "{") || trees.IsName(at - 1)))
        {
            return false;
        }

        var before = open - 1;
        var isPlaceOfPattern =
            trees.IsOpen(before, Brackets.Paren) || trees.Is(before, ",") || trees.Is(before, ":") || trees.IsAnyDeclaration(before);
        return isPlaceOfPattern && (trees.Is(at - 2, ",") || at - 2 == open || trees.Is(at - 2, ":"));
    }

    private bool IsTypeAlias(int at) => trees.Is(at - 2, "type") || trees.Is(at - 2, "enum");

    private (string Path, int First) PathBefore(int last)
    {
        var first = last;
        var path = trees.Text(last);
        for (var steps = 0; steps < 16 && (trees.Is(first - 1, ".") || trees.Is(first - 1, "?.")) && trees.IsName(first - 2); steps++)
        {
            first -= 2;
            path = trees.Text(first) + "." + path;
        }

        return (path, first);
    }

    private void AddExports(string path, TokenRange value, int token)
    {
        if (path is "module.exports" or "exports.default" or "module.exports.default")
        {
            exports.Add(new CodeExport("default", value, trees.Span(token)));
            foreach (var member in MemberReader.Read(trees, value))
            {
                if (member.Name != "...")
                {
                    exports.Add(new CodeExport(member.Name, member.Value, trees.Span(member.Token)));
                }
            }
        }
        else if (path.StartsWith("module.exports.", StringComparison.Ordinal) || path.StartsWith("exports.", StringComparison.Ordinal))
        {
            exports.Add(new CodeExport(path[(path.IndexOf("exports.", StringComparison.Ordinal) + 8)..], value, trees.Span(token)));
        }
    }
}
