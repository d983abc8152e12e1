using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>What a check of a list of variables does about those that are unset: it refuses at once, or collects their names and refuses then, or only says so.</summary>
internal static class ListDemand
{
    // A check and what it does with its result stand close together.
    private const int Reach = 400;

    public static Demand Of(CodeReading reading, ReadContext context, TokenRange site, CodeScope? scope)
    {
        if (context.Judge(site, null, scope).Demand == Demand.Required)
        {
            return Demand.Required;
        }

        // The name that the check gives its result: "const missing = required.filter(…)", "missing.push(name)".
        foreach (var name in Collectors(reading, site.First))
        {
            var later = new TokenRange(site.First, site.First + Reach);
            if (
                InOrder
                    .Within(reading.Syntax.Conditions, condition => condition.Token, later)
                    .Any(condition => Mentions(reading.Trees, condition.Test, name) && context.Refuses(condition.Body))
            )
            {
                return StartupScope.RunsAtStart(scope) ? Demand.Required : Demand.Expected;
            }
        }

        return Demand.Optional;
    }

    /// <summary>One read for each name of a list.</summary>
    public static IEnumerable<EnvironmentRead> Reads(
        CodeReading reading,
        ReadContext context,
        TokenRange site,
        CodeScope? scope,
        IReadOnlyList<ListedName> names
    )
    {
        var common = Of(reading, context, site, scope);
        foreach (var name in names)
        {
            var fallback = name.Default.IsEmpty ? null : reading.Value(name.Default, scope);
            var demand =
                fallback is not null || name.IsRequired == false ? Demand.Optional
                : name.IsRequired == true && common == Demand.Optional ? Demand.Expected
                : common;
            yield return new EnvironmentRead(name.Name, fallback, demand, reading.Syntax.Span(name.Place));
        }
    }

    private static IEnumerable<string> Collectors(CodeReading reading, int place)
    {
        var trees = reading.Trees;
        var before = new TokenRange(Math.Max(0, place - Reach), place);
        var assignment = InOrder
            .Within(reading.Syntax.Assignments, assignment => assignment.Token, before)
            .LastOrDefault(assignment => assignment.Value.Contains(place));
        if (assignment is not null)
        {
            yield return assignment.Name;
        }

        for (var at = place; at < Math.Min(trees.Count, place + 40); at++)
        {
            if ((trees.Is(at, "push") || trees.Is(at, "append") || trees.Is(at, "add")) && trees.Is(at - 1, ".") && trees.IsName(at - 2))
            {
                yield return trees.Text(at - 2);
            }
        }
    }

    private static bool Mentions(TokenTrees trees, TokenRange range, string name)
    {
        for (var at = range.First; at < Math.Min(range.End, range.First + 30); at++)
        {
            if (trees.Is(at, name))
            {
                return true;
            }
        }

        return false;
    }
}
