using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>Values that are put together of others.</summary>
internal static class CloudCollections
{
    /// <summary>The elements of all lists, one after the other.</summary>
    public static CloudValue.List Concatenated(IReadOnlyList<CloudValue> lists, SourceSpan span, string? more = null) =>
        new(
            [
                .. lists.SelectMany(list =>
                    list is CloudValue.List whole ? whole.Elements
                    : list is CloudValue.Map ? [list]
                    : []
                ),
            ],
            span
        )
        {
            More = more ?? lists.Select(list => list.MoreBecause).FirstOrDefault(why => why is not null),
        };

    /// <summary>The entries of all objects; the last of a key counts.</summary>
    public static CloudValue.Map Merged(IReadOnlyList<CloudValue> maps, SourceSpan span, string? more = null) =>
        new([.. maps.OfType<CloudValue.Map>().SelectMany(map => map.Entries)], span)
        {
            More = more ?? maps.Select(map => map.MoreBecause).FirstOrDefault(why => why is not null),
        };

    /// <summary>A text of pieces, known as far as they are.</summary>
    public static CloudValue.Text Joined(IEnumerable<CloudValue> values, SourceSpan span, string unknown)
    {
        var pieces = values.Select(piece => piece.Resolved ?? Resolved.Unknown(unknown)).ToList();
        List<SourceSpan> chain = [span, .. pieces.SelectMany(piece => piece.Chain)];
        var text = string.Concat(pieces.Select(piece => piece.Outline ?? Resolved.Hole.ToString()));
        return new CloudValue.Text(
            pieces.FirstOrDefault(piece => !piece.IsKnown)?.UnknownBecause is { } why
                ? Resolved.Unknown(why, chain) with
                {
                    Outline = text,
                }
                : Resolved.Known(text, chain),
            span
        );
    }
}
