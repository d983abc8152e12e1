namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>
/// What Go's reflection says of a value. Go's <c>int</c> is <see langword="nint"/> here, <c>int64</c> <see langword="long"/>, <c>uint64</c> <see langword="ulong"/>,
/// <c>uint8</c> <see langword="byte"/>, <c>float64</c> <see langword="double"/>.
/// </summary>
internal static class GoKinds
{
    private const int DepthLimit = 100;

    public static string Type(object? value) =>
        value switch
        {
            null => "<nil>",
            string => "string",
            bool => "bool",
            nint => "int",
            long => "int64",
            ulong => "uint64",
            byte => "uint8",
            double => "float64",
            GoMap map => map.Type,
            GoList list => list.Type,
            TimeSpan => "time.Duration",
            byte[] => "[]uint8",
            IGoObject thing => thing.Type,
            _ => "interface {}",
        };

    public static string Kind(object? value) =>
        value switch
        {
            null => "invalid",
            GoMap => "map",
            GoList or byte[] => "slice",
            TimeSpan => "int64",
            IGoObject { Entries: not null } => "map",
            IGoObject { Type: ['*', ..] } => "ptr",
            IGoObject => "struct",
            _ => Type(value),
        };

    /// <summary>Whether <c>if</c> takes it for true.</summary>
    public static bool IsTrue(object? value) => !IsEmpty(value);

    /// <summary>The zero of its type, as <c>default</c> and <c>empty</c> see it.</summary>
    public static bool IsEmpty(object? value) =>
        value switch
        {
            null => true,
            string text => text.Length == 0,
            bool truth => !truth,
            nint number => number == 0,
            long number => number == 0,
            ulong number => number == 0,
            byte number => number == 0,
            double number => number == 0,
            GoMap map => map.Count == 0,
            GoList list => list.Items.Count == 0,
            byte[] bytes => bytes.Length == 0,
            TimeSpan span => span == TimeSpan.Zero,
            IGoObject { Entries: { } entries } => entries.Count == 0,
            _ => false,
        };

    public static object? Copy(object? value, int depth = 0) =>
        depth > DepthLimit
            ? value
            : value switch
            {
                GoMap map => map.Copy(depth),
                GoList list and not IGoObject => new GoList([.. list.Items.Select(item => Copy(item, depth + 1))], list.Type),
                _ => value,
            };

    public static bool AreEqual(object? left, object? right, int depth = 0)
    {
        if (depth > DepthLimit)
        {
            return false;
        }

        return (left, right) switch
        {
            (GoMap a, GoMap b) => a.Count == b.Count && a.Keys.All(key => b.Has(key) && AreEqual(a[key], b[key], depth + 1)),
            (GoList a, GoList b) => a.Items.Count == b.Items.Count
                && Enumerable.Range(0, a.Items.Count).All(at => AreEqual(a.Items[at], b.Items[at], depth + 1)),
            _ => Equals(left, right),
        };
    }
}
