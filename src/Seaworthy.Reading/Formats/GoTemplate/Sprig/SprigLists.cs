using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Lists of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, list.go.</remarks>
internal static class SprigLists
{
    public static void AddTo(GoFunctions functions)
    {
        functions.Add("list", "a*", arguments => new GoList([.. arguments]));
        functions.Add("tuple", "a*", arguments => new GoList([.. arguments]));
        AddBoth(functions, "first", "a", arguments => Items(arguments[0], "first").FirstOrDefault());
        AddBoth(functions, "last", "a", arguments => Items(arguments[0], "last").LastOrDefault());
        AddBoth(functions, "rest", "a", arguments => Rest(Items(arguments[0], "rest"), 1, 0));
        AddBoth(functions, "initial", "a", arguments => Rest(Items(arguments[0], "initial"), 0, 1));
        AddBoth(functions, "append", "aa", arguments => new GoList([.. Items(arguments[0], "push"), arguments[1]]));
        AddBoth(functions, "push", "aa", arguments => new GoList([.. Items(arguments[0], "push"), arguments[1]]));
        AddBoth(functions, "prepend", "aa", arguments => new GoList([arguments[1], .. Items(arguments[0], "prepend")]));
        AddBoth(functions, "reverse", "a", arguments => new GoList([.. Items(arguments[0], "reverse").Reverse()]));
        AddBoth(
            functions,
            "compact",
            "a",
            arguments => new GoList([.. Items(arguments[0], "compact").Where(one => !GoKinds.IsEmpty(one))])
        );
        AddBoth(functions, "uniq", "a", arguments => new GoList(Distinct(Items(arguments[0], "uniq"))));
        AddBoth(functions, "without", "aa*", Without);
        AddBoth(functions, "has", "aa", Has);
        AddBoth(functions, "slice", "aa*", Slice);
        AddBoth(functions, "chunk", "ia", Chunk);
        functions.Add("concat", "a*", arguments => new GoList([.. arguments.SelectMany(list => Items(list, "concat"))]));
    }

    private static void AddBoth(GoFunctions functions, string name, string parameters, Func<IReadOnlyList<object?>, object?> call)
    {
        functions.Add(name, parameters, call);
        functions.Add("must" + char.ToUpperInvariant(name[0]) + name[1..], parameters, call);
    }

    private static IReadOnlyList<object?> Items(object? value, string name) =>
        value switch
        {
            GoList list => list.Items,
            byte[] bytes => [.. bytes.Select(one => (object?)one)],
            _ => throw new GoCallFault($"Cannot {name} on type {GoKinds.Kind(value)}", GoFaultKind.Argument),
        };

    private static GoList? Rest(IReadOnlyList<object?> items, int fromStart, int fromEnd) =>
        items.Count == 0 ? null : new GoList([.. items.Skip(fromStart).Take(items.Count - fromStart - fromEnd)]);

    private static List<object?> Distinct(IReadOnlyList<object?> items)
    {
        List<object?> distinct = [];
        foreach (var item in items)
        {
            if (!distinct.Exists(one => GoKinds.AreEqual(one, item)))
            {
                distinct.Add(item);
            }
        }

        return distinct;
    }

    private static object Without(IReadOnlyList<object?> arguments)
    {
        var omitted = arguments.Skip(1).ToList();
        return new GoList([.. Items(arguments[0], "without").Where(item => !omitted.Exists(one => GoKinds.AreEqual(one, item)))]);
    }

    private static object Has(IReadOnlyList<object?> arguments) =>
        arguments[1] is not null && Items(arguments[1], "find").Any(item => GoKinds.AreEqual(item, arguments[0]));

    private static object? Slice(IReadOnlyList<object?> arguments)
    {
        var items = Items(arguments[0], "slice");
        if (items.Count == 0)
        {
            return null;
        }

        var start = arguments.Count > 1 ? SprigConversions.Integer(arguments[1]) : 0;
        var end = arguments.Count > 2 ? SprigConversions.Integer(arguments[2]) : items.Count;
        return start >= 0 && start <= end && end <= items.Count
            ? new GoList([.. items.Skip((int)start).Take((int)(end - start))])
            : throw new GoCallFault("reflect.Value.Slice: slice index out of bounds");
    }

    private static object Chunk(IReadOnlyList<object?> arguments)
    {
        var size = arguments[0] is nint and > 0 and var given ? (int)Math.Min((nint)given, int.MaxValue) : 1;
        return new GoList([.. Items(arguments[1], "chunk").Chunk(size).Select(part => (object?)new GoList(part))]);
    }
}
