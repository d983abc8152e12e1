using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>How lists of two files become one.</summary>
/// <remarks>Source: the Compose specification, "Merge", "Sequence" and "Unique resources".</remarks>
internal static class ListMerge
{
    public static IReadOnlyList<T> Append<T>(IReadOnlyList<T> below, IReadOnlyList<T> above) =>
        above.Count == 0 ? below
        : below.Count == 0 ? above
        : [.. below, .. above];

    /// <summary>Entries of one key are one: the later takes the place of the earlier.</summary>
    public static IReadOnlyList<T> ByKey<T>(
        IReadOnlyList<T> below,
        IReadOnlyList<T> above,
        Func<T, string> key,
        Func<T, T, T>? merge = null
    )
    {
        // Most lists of most services are empty, and services build upon each other in long chains.
        if (below.Count + above.Count == 0)
        {
            return [];
        }

        List<T> merged = new(below.Count + above.Count);
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (var entry in below.Concat(above))
        {
            if (places.TryGetValue(key(entry), out var place))
            {
                merged[place] = merge is null ? entry : merge(merged[place], entry);
            }
            else
            {
                places[key(entry)] = merged.Count;
                merged.Add(entry);
            }
        }

        return merged;
    }

    public static IReadOnlyList<Template> Texts(IReadOnlyList<Template> below, IReadOnlyList<Template> above) =>
        ByKey(below, above, text => text.Raw);

    public static IReadOnlyList<ComposeVariable> Variables(IReadOnlyList<ComposeVariable> below, IReadOnlyList<ComposeVariable> above) =>
        ByKey(below, above, variable => variable.Name.Value);
}
