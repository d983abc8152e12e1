using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>Places in a sentence, each file named once: <c>deploy.yml:62, :127 and compose.yaml:4</c>.</summary>
internal static class PlaceList
{
    private const int Most = 12;

    /// <summary>The places where paths are named.</summary>
    public static string Of(IReadOnlyList<PathUse> uses) => Of(uses.Select(use => use.Span));

    /// <summary>In the given order, but places of one file stand together.</summary>
    public static string Of(IEnumerable<SourceSpan> places)
    {
        List<string> words =
        [
            .. places
                .DistinctBy(place => place.ToString())
                .GroupBy(place => place.File)
                .SelectMany(file =>
                    file.OrderBy(place => place.Start).Select((place, index) => index == 0 ? place.ToString() : $":{place.StartLine}")
                ),
        ];
        return words.Count > Most ? $"{string.Join(", ", words.Take(Most))} and {words.Count - Most} more"
            : words.Count > 1 ? $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}"
            : string.Concat(words);
    }
}
