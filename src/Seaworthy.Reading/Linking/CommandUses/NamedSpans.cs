using System.Collections;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The scripts of one package by their places: each of thousands may name another that is not there, and all the rest could have been meant.</summary>
internal sealed class NamedSpans
{
    private readonly List<PackageScript> inOrder;
    private readonly List<int> starts;
    private readonly List<string> names;

    public NamedSpans(IReadOnlyList<PackageScript> scripts)
    {
        inOrder = [.. scripts.OrderBy(script => script.Span.Start)];
        starts = [.. inOrder.Select(script => script.Span.Start)];
        names = [.. inOrder.Select(script => script.Name)];
    }

    /// <summary>All names but that of the script in which a place lies.</summary>
    public IReadOnlyList<string> NamesWithout(SourceSpan? place)
    {
        if (place is null)
        {
            return names;
        }

        var found = starts.BinarySearch(place.Start);
        var at = found < 0 ? ~found - 1 : found;
        return at >= 0 && place.End <= inOrder[at].Span.End ? new Rest(names, at) : names;
    }

    /// <summary>A list without one of its items, which is not copied.</summary>
    private sealed class Rest(List<string> all, int without) : IReadOnlyList<string>
    {
        public int Count => all.Count - 1;

        public string this[int index] => all[index < without ? index : index + 1];

        public IEnumerator<string> GetEnumerator() => all.Where((_, index) => index != without).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
