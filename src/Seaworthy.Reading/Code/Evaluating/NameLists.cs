using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>Lists of variable names that code walks over: <c>for (const name of required) if (!process.env[name]) …</c>, <c>required.filter(name => …)</c>, <c>[x for x in required if …]</c>.</summary>
internal static class NameLists
{
    private const int LongestList = 200;

    /// <summary>The string tokens of the list that a loop variable runs over at a place; none when there is no such loop.</summary>
    public static IReadOnlyList<ListedName> Of(CodeReading reading, string variable, int place, CodeScope? scope) =>
        Over(reading, variable, place, scope) is { } list ? Strings(reading, list, scope) : [];

    /// <summary>The elements of the list in brackets that a loop variable runs over at a place; none when there is no such loop.</summary>
    public static IReadOnlyList<TokenRange> Elements(CodeReading reading, string variable, int place, CodeScope? scope) =>
        Over(reading, variable, place, scope) is { } list
        && ListOf(reading, list, scope) is { IsEmpty: false } written
        && reading.Trees.IsOpen(written.First, Brackets.Square)
            ? [.. reading.Trees.Split(reading.Trees.Inside(written.First), ",").Take(LongestList)]
            : [];

    private static TokenRange? Over(CodeReading reading, string variable, int place, CodeScope? scope)
    {
        var trees = reading.Trees;
        foreach (var function in Functions(scope))
        {
            if (function.Parameters.Any(parameter => parameter.Name == variable) && IteratedBy(reading, function) is { } list)
            {
                return list;
            }
        }

        // "for (const name of list)", "for name in list": near the place, before it, or (in a comprehension) behind it.
        for (var at = Math.Min(place + 12, trees.Count - 1); at > Math.Max(0, place - 60); at--)
        {
            if ((trees.Is(at, "of") || trees.Is(at, "in")) && Names(trees, at - 1, variable))
            {
                return new TokenRange(at + 1, EndOf(trees, at + 1));
            }
        }

        return null;
    }

    private static bool Names(TokenTrees trees, int at, string variable) =>
        trees.Is(at, variable)
        || (
            trees.IsKind(at, TokenKind.Close)
            && trees.Inside(trees.Partner(at)) is { Count: < 12 } pattern
            && trees.Find(pattern, variable) >= 0
        )
        || (trees.Is(at - 1, ",") && trees.Is(at - 2, variable));

    private static IEnumerable<CodeFunction> Functions(CodeScope? scope)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope is CodeFunction function)
            {
                yield return function;
            }
        }
    }

    // The list in "list.filter(name => …)": the function is the first argument of a call.
    private static TokenRange? IteratedBy(CodeReading reading, CodeFunction function)
    {
        var open = -1;
        for (var at = function.Body.First; at >= 0 && at > function.Body.First - 12; at--)
        {
            if (reading.Syntax.CallAt(at) is { Name: "forEach" or "filter" or "some" or "every" or "find" or "map" or "reduce" })
            {
                open = at;
                break;
            }
        }

        if (open < 0)
        {
            return null;
        }

        var dot = open - 2;
        var last = reading.Trees.IsKind(dot - 1, TokenKind.Close) ? reading.Trees.Partner(dot - 1) : dot - 1;
        return new TokenRange(last, dot);
    }

    private static int EndOf(TokenTrees trees, int start)
    {
        // "Object.entries(list)", "list.items()"
        var at = start + 1;
        while ((trees.Is(at, ".") && trees.IsName(at + 1)) || trees.IsOpen(at, Brackets.Paren))
        {
            at = trees.Is(at, ".") ? at + 2 : trees.After(at);
        }

        return trees.IsOpen(start, Brackets.Square) ? trees.After(start) : at;
    }

    private static List<ListedName> Strings(CodeReading reading, TokenRange list, CodeScope? scope)
    {
        var trees = reading.Trees;
        list = ListOf(reading, list, scope);
        List<ListedName> found = [];
        foreach (var member in reading.Syntax.Members(list).Where(member => EnvironmentNames.IsName(member.Name)).Take(LongestList))
        {
            found.Add(Specified(reading, member));
        }

        for (var at = list.First; at < list.End && found.Count < LongestList; at++)
        {
            if (trees.IsKind(at, TokenKind.String) && !trees.Is(at + 1, ":") && EnvironmentNames.IsName(Literals.Value(trees, at)))
            {
                found.Add(new ListedName(Literals.Value(trees, at), new TokenRange(at, at + 1), null, default));
            }
        }

        return found.DistinctBy(name => name.Name).ToList();
    }

    // The list itself, the variable that holds it, or what is inside "Object.entries(…)".
    private static TokenRange ListOf(CodeReading reading, TokenRange list, CodeScope? scope)
    {
        var trees = reading.Trees;
        if (list.Count > 3 && trees.Is(list.First, "Object") && trees.IsOpen(list.First + 3, Brackets.Paren))
        {
            list = trees.Inside(list.First + 3);
        }

        if (list.IsEmpty || !trees.IsName(list.First))
        {
            return list;
        }

        var name = reading.Evaluator.DottedName(list) ?? trees.Text(list.First);
        return reading.AssignmentOf(name, scope)?.Value ?? reading.AssignmentOf(trees.Text(list.First), scope)?.Value ?? default;
    }

    /// <summary><c>PORT: { required: true, default: 5000 }</c></summary>
    private static ListedName Specified(CodeReading reading, CodeMember member)
    {
        var options = reading.Syntax.Members(member.Value);
        var required = options.FirstOrDefault(option => option.Name == "required");
        var fallback = options.FirstOrDefault(option => option.Name is "default" or "defaultValue");
        return new ListedName(
            member.Name,
            new TokenRange(member.Token, member.Token + 1),
            required is null ? null : reading.Evaluator.Literal(required.Value) == "true",
            fallback?.Value ?? default
        );
    }
}
