using Seaworthy.Model.Source;

namespace Seaworthy.Engine;

/// <summary>What begins last at or before a place of a file: the service, the workload in whose declaration it stands. Asked for every finding, of files that may declare thousands.</summary>
internal sealed class LastBefore<T>
    where T : class
{
    private readonly Dictionary<string, Beginnings> byPath;

    /// <param name="items">Of several that begin at one place, the first counts.</param>
    /// <param name="begins">Where one begins.</param>
    public LastBefore(IEnumerable<T> items, Func<T, SourceSpan> begins) =>
        byPath = items
            .GroupBy(item => begins(item).File.Path, StringComparer.Ordinal)
            .ToDictionary(
                file => file.Key,
                file =>
                {
                    List<T> ordered = [.. file.DistinctBy(item => begins(item).Start).OrderBy(item => begins(item).Start)];
                    return new Beginnings([.. ordered.Select(item => begins(item).Start)], ordered);
                },
                StringComparer.Ordinal
            );

    public T? At(SourceSpan place)
    {
        if (!byPath.TryGetValue(place.File.Path, out var file))
        {
            return null;
        }

        var found = Array.BinarySearch(file.Places, place.Start);
        var last = found >= 0 ? found : ~found - 1;
        return last >= 0 ? file.Items[last] : null;
    }

    private sealed record Beginnings(int[] Places, List<T> Items);
}
