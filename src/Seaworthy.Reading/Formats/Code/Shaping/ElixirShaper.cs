namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of Elixir. A module is no scope of its own: its configuration and attributes are worked out when it is compiled or started.</summary>
internal sealed class ElixirShaper(TokenTrees trees) : Shaper(trees)
{
    protected override bool EndsAtLine(int at) =>
        !Trees.Is(at, "|>")
        && !Trees.Is(at, "||")
        && !Trees.Is(at, "<>")
        && !Trees.Is(at, ".")
        && !(Trees.IsKind(at - 1, TokenKind.Operator) && !Trees.Is(at - 1, ";"))
        && Trees.ParentBracket(at) is not Brackets.Paren and not Brackets.Square;

    protected override void Visit(int at)
    {
        if (Trees.IsOpen(at, Brackets.Block))
        {
            VisitBlock(at);
        }
        else if (Trees.Is(at, "=") && Trees.IsName(at - 1) && Trees.ParentBracket(at) is not Brackets.Paren and not Brackets.Square)
        {
            AddPathAssignment(at);
        }
    }

    private void VisitBlock(int open)
    {
        if (Trees.Chars(open) is "fn")
        {
            AddFunction("fn", null, open, Trees.Inside(open));
            return;
        }

        for (var head = open - 1; head >= 0; head = Trees.Before(head))
        {
            switch (Trees.Chars(head))
            {
                case "def" or "defp" or "defmacro" or "test" when Trees[head].StartsLine:
                    AddFunction(PathAt(head + 1, out var end), Parameters(end), open, Trees.Inside(open));
                    return;
                case "if" or "unless":
                    Conditions.Add(new CodeCondition(new TokenRange(head + 1, open), Trees.Inside(open), head));
                    return;
            }

            if (Trees[head].StartsLine)
            {
                return;
            }
        }
    }

    private int? Parameters(int open)
    {
        if (!Trees.IsOpen(open, Brackets.Paren))
        {
            return null;
        }

        NotCalls.Add(open);
        return open;
    }

    private void AddFunction(string name, int? parameters, int open, TokenRange body) =>
        Functions.Add(
            new CodeFunction
            {
                Name = name,
                Parameters = parameters is { } list ? [.. Trees.Split(Trees.Inside(list), ",").Select(Parameter)] : [],
                Body = body,
                Span = Trees.Span(open),
                IsExported = true,
            }
        );

    // "key", "default \\\\ nil"
    private CodeParameter Parameter(TokenRange part) =>
        new(
            Trees.IsName(part.First) ? Trees.Text(part.First) : "",
            default,
            Trees.Is(part.First + 1, "\\") && part.Count > 3 ? new TokenRange(part.First + 3, part.End) : default,
            part
        );
}
