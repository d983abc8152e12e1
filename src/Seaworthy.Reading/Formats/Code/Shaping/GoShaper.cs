using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of Go. A method's owner is its receiver's type.</summary>
internal sealed class GoShaper(TokenTrees trees) : Shaper(trees)
{
    private const int LongestResults = 40;

    protected override void Visit(int at)
    {
        if (Trees.IsName(at) && !Trees.Is(at - 1, "."))
        {
            VisitName(at);
        }
        else if (Trees.Is(at, ":=") || Trees.Is(at, "="))
        {
            VisitAssignment(at);
        }
        else if (Trees.IsOpen(at, Brackets.Brace))
        {
            VisitLiteral(at);
        }
    }

    // A line ends a statement unless it ends with an operator. Source: the specification, "Semicolons".
    protected override bool EndsAtLine(int at) =>
        !Trees.IsKind(at - 1, TokenKind.Operator) || Trees.Is(at - 1, "++") || Trees.Is(at - 1, "--");

    private void VisitName(int at)
    {
        switch (Trees.Text(at))
        {
            case "import":
                VisitImports(at);
                break;
            case "func":
                VisitFunction(at);
                break;
            case "type" when Trees.IsName(at + 1):
                VisitType(at + 1);
                break;
            case "if":
                VisitCondition(at);
                break;
        }
    }

    private void VisitImports(int at)
    {
        var isGroup = Trees.IsOpen(at + 1, Brackets.Paren);
        var range = isGroup ? Trees.Inside(at + 1) : new TokenRange(at + 1, Math.Min(at + 3, Trees.Count));
        for (var next = range.First; next < range.End; next++)
        {
            if (!Trees.IsKind(next, TokenKind.String))
            {
                continue;
            }

            var path = Literals.Value(Trees, next);
            var alias =
                next > range.First && !Trees[next].StartsLine && (Trees.IsName(next - 1) || Trees.Is(next - 1, "."))
                    ? Trees.Text(next - 1)
                    : null;
            Imports.Add(new CodeImport(path, null, alias ?? PackageOf(path), false, Trees.Span(next)));
            if (!isGroup)
            {
                break;
            }
        }
    }

    // "github.com/labstack/echo/v4" is called echo.
    private static string PackageOf(string path)
    {
        var parts = path.Split('/');
        var last = parts[^1];
        return parts.Length > 1 && last.Length > 1 && last[0] == 'v' && last.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? parts[^2]
            : last;
    }

    private void VisitFunction(int at)
    {
        var next = at + 1;
        string? owner = null;
        if (
            Trees.IsOpen(next, Brackets.Paren)
            && Trees.IsName(Trees.After(next))
            && Trees.IsOpen(Trees.After(next) + 1, Brackets.Paren)
            && Trees.Parent(at) < 0
        )
        {
            var receiver = Trees.Inside(next);
            owner = receiver.IsEmpty ? null : ReceiverType(receiver);
            NotCalls.Add(next);
            next = Trees.After(next);
        }

        var hasName = Trees.IsName(next);
        var open = hasName ? next + 1 : next;
        open = Trees.IsOpen(open, Brackets.Square) ? Trees.After(open) : open;
        if (!Trees.IsOpen(open, Brackets.Paren))
        {
            return;
        }

        NotCalls.Add(open);
        var after = Trees.After(open);
        var body = BodyAfterResults(after);
        if (Trees.IsOpen(body, Brackets.Brace))
        {
            Functions.Add(
                new CodeFunction
                {
                    Name = hasName ? Trees.Text(next) : "",
                    Owner = owner,
                    Parameters = [.. Trees.Split(Trees.Inside(open), ",").Select(Parameter)],
                    ReturnType = new TokenRange(after, body),
                    Body = Trees.Inside(body),
                    Span = Trees.Span(hasName ? next : at),
                    IsExported = hasName && char.IsUpper(Trees.Chars(next)[0]),
                }
            );
        }
    }

    private int BodyAfterResults(int after)
    {
        var body = after;
        for (var steps = 0; steps < LongestResults && body < Trees.Count && !IsEndOfResults(body, after); steps++)
        {
            if (Trees.IsOpen(body, Brackets.Paren))
            {
                NotCalls.Add(body);
            }

            body = Trees.After(body);
        }

        return body;
    }

    private bool IsEndOfResults(int at, int start) =>
        Trees.IsOpen(at, Brackets.Brace) || Trees.IsKind(at, TokenKind.Close) || (at > start && Trees[at].StartsLine);

    private string? ReceiverType(TokenRange receiver)
    {
        for (var at = receiver.End - 1; at >= receiver.First; at--)
        {
            if (Trees.IsName(at) && Trees.Parent(at) == receiver.First - 1)
            {
                return Trees.Text(at);
            }
        }

        return null;
    }

    private CodeParameter Parameter(TokenRange part) =>
        new(
            Trees.IsName(part.First) && part.Count > 1 ? Trees.Text(part.First) : "",
            new TokenRange(Math.Min(part.First + 1, part.End), part.End),
            default,
            part
        );

    private void VisitType(int name)
    {
        var open = name + 2;
        if (!(Trees.Is(name + 1, "struct") || Trees.Is(name + 1, "interface")) || !Trees.IsOpen(open, Brackets.Brace))
        {
            return;
        }

        var found = new CodeClass
        {
            Name = Trees.Text(name),
            Body = Trees.Inside(open),
            Span = Trees.Span(name),
            IsExported = char.IsUpper(Trees.Chars(name)[0]),
        };
        AddClass(found, open);
        if (Trees.Is(name + 1, "struct"))
        {
            AddFields(found);
        }
    }

    private void AddFields(CodeClass owner)
    {
        var body = owner.Body;
        for (var at = body.First; at < body.End; )
        {
            var end = Trees.After(at);
            while (end < body.End && !Trees[end].StartsLine && !Trees.Is(end, ";"))
            {
                end = Trees.After(end);
            }

            var hasTag = end - 1 > at && Trees.IsKind(end - 1, TokenKind.String);
            var typeEnd = hasTag ? end - 1 : end;
            if (Trees.IsName(at) && typeEnd > at + 1)
            {
                var tag = hasTag ? new TokenRange(end - 1, end) : default;
                owner.FieldList.Add(
                    new CodeField(Trees.Text(at), new TokenRange(at + 1, typeEnd), default, [], Trees.Span(new TokenRange(at, end)))
                    {
                        Tag = tag,
                    }
                );
            }

            at = Trees.Is(end, ";") ? end + 1 : end;
        }
    }

    private void VisitAssignment(int at)
    {
        var first = at - 1;
        var isDeclaration = Trees.Is(at, ":=");
        if (!isDeclaration && IsTyped(at, out var name))
        {
            first = name;
        }

        if (!Trees.IsName(first) || Trees.ParentBracket(at) == Brackets.Square)
        {
            return;
        }

        // "value, err := f()": the value goes to the first name.
        while (Trees.Is(first - 1, ",") && Trees.IsName(first - 2))
        {
            first -= 2;
        }

        while (Trees.Is(first - 1, ".") && Trees.IsName(first - 2))
        {
            first -= 2;
        }

        var value = ExpressionAt(at + 1);
        if (!value.IsEmpty)
        {
            var keyword = Trees.Is(first - 1, "const") || Trees.Is(first - 1, "var") ? Trees.Text(first - 1) : Trees.Text(at);
            var isExported = Trees.Parent(first) < 0 && char.IsUpper(Trees.Chars(first)[0]);
            Assignments.Add(
                new CodeAssignment(PathAt(first, out _), value, Trees.Span(new TokenRange(first, value.End)))
                {
                    Token = first,
                    Keyword = keyword,
                    IsExported = isExported,
                }
            );
        }
    }

    // "var port string = …": the name is at the beginning of the line or behind the keyword.
    private bool IsTyped(int at, out int name)
    {
        name = at - 1;
        for (var steps = 0; steps < 12 && name > 0; steps++, name = Trees.Before(name))
        {
            if (Trees.Is(name - 1, "var") || Trees.Is(name - 1, "const"))
            {
                return Trees.IsName(name);
            }

            if (Trees[name].StartsLine || Trees.IsKind(name, TokenKind.Open))
            {
                return Trees.IsName(name) && Trees.ParentBracket(name) == Brackets.Paren;
            }
        }

        return false;
    }

    private void VisitCondition(int at)
    {
        var body = Ahead(
            Lookahead.Sought.Body,
            at + 1,
            (token, _) => Trees.IsOpen(token, Brackets.Brace) && !Trees.Is(token - 1, "struct") && !Trees.Is(token - 1, "interface")
        );

        if (Trees.IsOpen(body, Brackets.Brace))
        {
            Conditions.Add(new CodeCondition(new TokenRange(at + 1, body), Trees.Inside(body), at));
        }
    }

    // "http.Server{": a type in a place where a value is expected.
    private void VisitLiteral(int open)
    {
        var first = open - 1;
        if (!Trees.IsName(first))
        {
            return;
        }

        while (Trees.Is(first - 1, ".") && Trees.IsName(first - 2))
        {
            first -= 2;
        }

        var isValue =
            Trees.Is(first - 1, "=")
            || Trees.Is(first - 1, ":=")
            || Trees.Is(first - 1, "&")
            || Trees.Is(first - 1, ",")
            || Trees.Is(first - 1, ":")
            || Trees.Is(first - 1, "return")
            || Trees.IsOpen(first - 1, Brackets.Paren)
            || Trees.IsOpen(first - 1, Brackets.Brace)
            || Trees.IsClose(first - 1, Brackets.Square);
        if (isValue)
        {
            var value = new TokenRange(first, Trees.After(open));
            Objects.Add(new CodeObject(PathAt(first, out _), value, Trees.Span(value)));
        }
    }
}
