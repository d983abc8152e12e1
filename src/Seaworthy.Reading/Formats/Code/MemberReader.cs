using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>Reads the members of object literals, dictionaries and typed literals: <c>{ a: 1, 'b': 2, c, ...d, e() {} }</c>, <c>T{A: 1}</c>, <c>new T { A = 1 }</c>, <c>dict(a=1)</c>, <c>['a' => 1]</c>.</summary>
internal static class MemberReader
{
    public static IReadOnlyList<CodeMember> Read(TokenTrees trees, TokenRange value)
    {
        var open = OpeningOf(trees, value);
        if (open < 0)
        {
            return [];
        }

        List<CodeMember> members = [];
        foreach (var part in trees.Split(trees.Inside(open), ","))
        {
            if (Member(trees, part) is { } member)
            {
                members.Add(member);
            }
        }

        return members;
    }

    /// <summary>The bracket that opens the literal; -1 when the range is no literal.</summary>
    public static int OpeningOf(TokenTrees trees, TokenRange value)
    {
        var at = value.First;
        if (value.IsEmpty)
        {
            return -1;
        }

        if (trees.IsOpen(at, Brackets.Brace))
        {
            return at;
        }

        if ((trees.Is(at, "dict") || trees.Is(at, "array")) && trees.IsOpen(at + 1, Brackets.Paren))
        {
            return at + 1;
        }

        if (trees.Language == Language.Php && trees.IsOpen(at, Brackets.Square))
        {
            return at;
        }

        // (a typed literal, a parenthesised literal, `{…} as const`)
        for (var steps = 0; at < value.End && steps < 24; at = trees.After(at), steps++)
        {
            if (trees.IsOpen(at, Brackets.Brace))
            {
                return at;
            }

            if (!IsTypePart(trees, at))
            {
                return trees.IsOpen(at, Brackets.Paren) && at == value.First ? OpeningOf(trees, trees.Inside(at)) : -1;
            }
        }

        return -1;
    }

    private static bool IsTypePart(TokenTrees trees, int at) =>
        trees.Language is Language.Go or Language.Rust or Language.CSharp
        && (
            trees.IsName(at)
            || trees.Is(at, ".")
            || trees.Is(at, "::")
            || trees.Is(at, "&")
            || trees.Is(at, "*")
            || trees.Is(at, "<")
            || trees.Is(at, ">")
            || trees.IsOpen(at, Brackets.Square)
            || (trees.Language == Language.CSharp && trees.IsOpen(at, Brackets.Paren))
        );

    private static CodeMember? Member(TokenTrees trees, TokenRange part)
    {
        var at = part.First;
        while (
            at < part.End
            && (trees.IsKind(at, TokenKind.Newline) || trees.Is(at, "async") || trees.Is(at, "get") || trees.Is(at, "*"))
            && at + 1 < part.End
            && !IsSeparator(trees, at + 1)
        )
        {
            at++;
        }

        if (trees.Is(at, "...") || trees.Is(at, "**") || trees.Is(at, ".."))
        {
            return new CodeMember("...", new TokenRange(at + 1, part.End), at);
        }

        var name = NameAt(trees, at);
        if (name is null)
        {
            return null;
        }

        var after = trees.After(at);
        if (after < part.End && IsSeparator(trees, after))
        {
            return new CodeMember(name, new TokenRange(after + 1, part.End), at);
        }

        var isShorthand = trees.IsName(at) && (after >= part.End || trees.Language is Language.JavaScript or Language.TypeScript);
        return isShorthand
            ? new CodeMember(name, after >= part.End ? new TokenRange(at, at + 1) : new TokenRange(after, part.End), at)
            : null;
    }

    private static bool IsSeparator(TokenTrees trees, int at) =>
        (trees.Is(at, ":") && trees.Language != Language.Php)
        || (trees.Is(at, "=>") && trees.Language is Language.Php or Language.Ruby)
        || (trees.Is(at, "=") && trees.Language is Language.CSharp or Language.Python);

    private static string? NameAt(TokenTrees trees, int at)
    {
        if (trees.IsName(at) || trees.IsKind(at, TokenKind.Number))
        {
            return trees.Text(at);
        }

        if (trees.IsKind(at, TokenKind.String))
        {
            return Literals.Value(trees, at);
        }

        // [key] in JavaScript; ["key"] = in C#
        return trees.IsOpen(at, Brackets.Square) && trees.IsKind(at + 1, TokenKind.String) && trees.Partner(at) == at + 2
            ? Literals.Value(trees, at + 1)
            : null;
    }
}
