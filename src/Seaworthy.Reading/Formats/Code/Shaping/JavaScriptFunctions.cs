using System.Collections.Frozen;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Functions of JavaScript and TypeScript: declared, arrow, method.</summary>
internal sealed class JavaScriptFunctions(TokenTrees trees, HashSet<int> notCalls)
{
    private static readonly FrozenSet<string> Keywords = new[]
    {
        "if",
        "for",
        "while",
        "switch",
        "catch",
        "return",
        "with",
        "await",
        "typeof",
        "super",
        "do",
        "else",
        "new",
        "throw",
        "yield",
        "void",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary><c>function [*] [name] (…) {…}</c></summary>
    public CodeFunction? Declared(int at)
    {
        var name = at + 1;
        name += trees.Is(name, "*") ? 1 : 0;
        var hasName = trees.IsName(name);
        var open = hasName ? SkipTypes(name + 1) : SkipTypes(name);
        if (!trees.IsOpen(open, Brackets.Paren))
        {
            return null;
        }

        notCalls.Add(open);
        var body = BodyAfter(trees.After(open), out var returns);
        return body < 0
            ? null
            : new CodeFunction
            {
                Name = hasName ? trees.Text(name) : NameBefore(trees, at),
                Parameters = Parameters(open),
                ReturnType = returns,
                Body = trees.Inside(body),
                Span = trees.Span(hasName ? name : at),
                IsExported = JavaScriptModules.IsExported(trees, at),
            };
    }

    /// <summary><c>name (…) {…}</c> in a class body or object literal; null when it is something else.</summary>
    public CodeFunction? Method(int at, string? owner, IReadOnlyList<CodeDecorator> decorators)
    {
        var open = SkipTypes(trees.Is(at + 1, "?") ? at + 2 : at + 1);
        if (!trees.IsOpen(open, Brackets.Paren) || trees.IsAny(at, Keywords))
        {
            return null;
        }

        var body = BodyAfter(trees.After(open), out var returns);
        if (body < 0 || (owner is null && trees[body].StartsLine))
        {
            return null;
        }

        notCalls.Add(open);
        return new CodeFunction
        {
            Name = trees.IsName(at) ? trees.Text(at) : Literals.Value(trees, at),
            Owner = owner,
            Parameters = Parameters(open),
            ReturnType = returns,
            Body = trees.Inside(body),
            Span = trees.Span(at),
            Decorators = decorators,
        };
    }

    /// <summary>The function around an <c>=&gt;</c>; null in types.</summary>
    public CodeFunction? Arrow(int at, Func<int, TokenRange> expressionAt)
    {
        var before = at - 1;
        var returns = default(TokenRange);
        if (!trees.IsName(before) && !trees.IsClose(before, Brackets.Paren) || IsReturnType(before))
        {
            before = BeforeReturnType(before, out returns);
        }

        if (!trees.IsClose(before, Brackets.Paren) && !trees.IsName(before))
        {
            return null;
        }

        var isList = trees.IsClose(before, Brackets.Paren);
        var open = isList ? trees.Partner(before) : before;
        if (isList)
        {
            notCalls.Add(open);
        }

        var start = open - (trees.Is(open - 1, "async") ? 1 : 0);
        return new CodeFunction
        {
            Name = NameBefore(trees, start),
            Parameters = isList
                ? Parameters(open)
                : [new CodeParameter(trees.Text(open), default, default, new TokenRange(open, open + 1))],
            ReturnType = returns,
            Body = trees.IsOpen(at + 1, Brackets.Brace) ? trees.Inside(at + 1) : expressionAt(at + 1),
            Span = trees.Span(new TokenRange(start, at + 1)),
        };
    }

    /// <summary>What a function expression is called by where it stands: <c>name = …</c>, <c>name: …</c>.</summary>
    public static string NameBefore(TokenTrees trees, int at)
    {
        at -= trees.Is(at - 1, "async") ? 1 : 0;
        if (trees.Is(at - 1, "=") || trees.Is(at - 1, ":"))
        {
            return trees.IsName(at - 2) ? trees.Text(at - 2) : "";
        }

        return trees.Is(at - 1, "default") ? "default" : "";
    }

    private bool IsReturnType(int at) => trees.IsName(at) && trees.Is(at - 1, ":") && trees.IsClose(at - 2, Brackets.Paren);

    private int BeforeReturnType(int at, out TokenRange returns)
    {
        var end = at + 1;
        for (var steps = 0; at > 0 && steps < 40; steps++, at = trees.Before(at))
        {
            if (trees.Is(at, ":") && trees.IsClose(at - 1, Brackets.Paren))
            {
                returns = new TokenRange(at + 1, end);
                return at - 1;
            }

            if (trees.Is(at, ";") || trees.Is(at, "=") || trees.Is(at, "=>"))
            {
                break;
            }
        }

        returns = default;
        return -1;
    }

    private int SkipTypes(int at)
    {
        if (!trees.Is(at, "<"))
        {
            return at;
        }

        var depth = 0;
        for (var steps = 0; steps < 100 && at < trees.Count; steps++, at = trees.After(at))
        {
            depth +=
                trees.Is(at, "<") ? 1
                : trees.Is(at, ">") ? -1
                : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return at;
    }

    /// <summary>The brace of the body behind parameters and return type; -1 when there is none.</summary>
    private int BodyAfter(int at, out TokenRange returns)
    {
        returns = default;
        if (trees.IsOpen(at, Brackets.Brace))
        {
            return at;
        }

        if (!trees.Is(at, ":"))
        {
            return -1;
        }

        var start = at + 1;
        // "Promise<Record<string, unknown>>": a comma between angles ends nothing.
        var angles = 0;
        for (
            var steps = 0;
            steps < 60 && at < trees.Count && !trees.Is(at, ";") && !(angles <= 0 && trees.Is(at, ","));
            steps++, at = trees.After(at)
        )
        {
            angles +=
                trees.Is(at, "<") ? 1
                : trees.Is(at, ">") ? -1
                : trees.Is(at, ">>") ? -2
                : trees.Is(at, ">>>") ? -3
                : 0;
            // "{ a: string } {": an object type comes before the body.
            if (
                at > start && trees.IsOpen(at, Brackets.Brace) && !trees.IsKind(at - 1, TokenKind.Operator)
                || (
                    at > start
                    && trees.IsOpen(at, Brackets.Brace)
                    && (trees.Is(at - 1, ">") || trees.Is(at - 1, ">>") || trees.Is(at - 1, ">>>"))
                )
            )
            {
                returns = new TokenRange(start, at);
                return at;
            }

            if (trees.Is(at, "="))
            {
                return -1;
            }
        }

        return -1;
    }

    private List<CodeParameter> Parameters(int open)
    {
        List<CodeParameter> parameters = [];
        foreach (var part in trees.Split(trees.Inside(open), ","))
        {
            parameters.Add(Parameter(part));
        }

        return parameters;
    }

    private CodeParameter Parameter(TokenRange part)
    {
        var colon = trees.Find(part, ":");
        var equals = trees.Find(part, "=");
        var nameEnd =
            colon >= 0 ? colon
            : equals >= 0 ? equals
            : part.End;
        var last = nameEnd - 1;
        last -= trees.Is(last, "?") ? 1 : 0;
        var name = last >= part.First && trees.IsName(last) ? trees.Text(last) : "";
        var type = colon >= 0 ? new TokenRange(colon + 1, equals > colon ? equals : part.End) : default;
        return new CodeParameter(name, type, equals >= 0 ? new TokenRange(equals + 1, part.End) : default, part);
    }
}
