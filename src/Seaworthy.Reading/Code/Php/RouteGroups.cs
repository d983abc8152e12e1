using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>Groups of routes in one file, by the stretch of code they hold, with what they put in front: <c>Route::prefix('x')->group(function () { … })</c>, <c>$app->group('/x', …)</c>.</summary>
internal sealed class RouteGroups(CodeReading reading)
{
    private const int MostChained = 32;
    private const int Deepest = 32;

    private readonly List<Group> groups = [];

    /// <summary>Notes a group whose routes are in a function given to it. Outer groups come before the groups in them.</summary>
    public void Add(TokenRange range, IReadOnlyList<CodeValue> prefixes)
    {
        var span = reading.Syntax.Span(range);
        var outer = GroupAt(span.Start);
        if (outer is not { Depth: >= Deepest })
        {
            groups.Add(new Group(span.Start, span.End, (outer?.Depth ?? 0) + 1, outer, prefixes));
        }
    }

    /// <summary>Whether a place is in a group.</summary>
    public bool Holds(SourceSpan place) => GroupAt(place.Start) is not null;

    /// <summary>What all groups around a place put in front, the outermost first.</summary>
    public IEnumerable<CodeValue> Around(SourceSpan place)
    {
        Stack<Group> around = new();
        for (var at = GroupAt(place.Start); at is not null; at = at.Outer)
        {
            around.Push(at);
        }

        return around.SelectMany(group => group.Prefixes);
    }

    private Group? GroupAt(int position)
    {
        var (low, high) = (0, groups.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = groups[middle].Start <= position ? (middle + 1, high) : (low, middle - 1);
        }

        var found = high >= 0 ? groups[high] : null;
        while (found is not null && found.End <= position)
        {
            found = found.Outer;
        }

        return found;
    }

    /// <summary>Parts of a path written one below the other; null for none.</summary>
    public static CodeValue? Join(IEnumerable<CodeValue> parts, SourceSpan span)
    {
        List<CodeValue> joined = [];
        foreach (var part in parts)
        {
            joined.Add(new CodeValue.Literal("/", part.Span));
            joined.Add(part);
        }

        return joined.Count == 0 ? null
            : joined.TrueForAll(part => part is CodeValue.Literal)
                ? new CodeValue.Literal(
                    string.Concat(
                        joined.Select(part => ((CodeValue.Literal)part).Text.Trim('/') is { Length: > 0 } text ? "/" + text : "")
                    ),
                    span
                )
            : new CodeValue.Concatenation(joined, span);
    }

    /// <summary>The calls of a chain before this one, the first of them first.</summary>
    public static List<CodeCall> Before(CodeCall call)
    {
        List<CodeCall> chain = [];
        for (var at = call.Receiver; at is not null && chain.Count < MostChained; at = at.Receiver)
        {
            chain.Insert(0, at);
        }

        return chain;
    }

    private sealed record Group(int Start, int End, int Depth, Group? Outer, IReadOnlyList<CodeValue> Prefixes);
}
