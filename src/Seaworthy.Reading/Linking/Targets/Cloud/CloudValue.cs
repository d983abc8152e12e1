using System.Globalization;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>What an expression comes to, as far as the tree tells.</summary>
internal abstract record CloudValue(SourceSpan Span)
{
    /// <summary>The value under a key; null when it certainly does not exist, or nothing is known.</summary>
    public CloudValue? this[string key] =>
        this switch
        {
            Map map => map.Entries.LastOrDefault(entry => entry.Key == key)?.Value is { } found and not None ? found : null,
            // A block stands for the only element of its list.
            List { Items: [Map only] } => only[key],
            _ => null,
        };

    public IReadOnlyList<CloudValue> Items =>
        this switch
        {
            List list => list.Elements,
            Map map => [map],
            _ => [],
        };

    /// <summary>Why it may have more elements than are known; null when it is complete.</summary>
    public string? MoreBecause =>
        this switch
        {
            List list => list.More,
            Map map => map.More,
            Unknown unknown => unknown.Why,
            Text { Value.UnknownBecause: { } why } => why,
            _ => null,
        };

    /// <summary>The text, known or in part; null for what is none.</summary>
    public Resolved? Resolved =>
        this switch
        {
            Text text => text.Value,
            Unknown unknown => Seaworthy.Model.Topology.Resolved.Unknown(unknown.Why, Span),
            _ => null,
        };

    public string? Known => (this as Text)?.Value.Text;

    public int? Number => int.TryParse(Known, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Fact<string>? Fact => Known is { } text ? new Fact<string>(text, Span) : null;

    internal sealed record Text(Resolved Value, SourceSpan Span) : CloudValue(Span)
    {
        public static Text Of(string text, SourceSpan span) => new(Model.Topology.Resolved.Known(text, span), span);
    }

    internal sealed record List(IReadOnlyList<CloudValue> Elements, SourceSpan Span) : CloudValue(Span)
    {
        public string? More { get; init; }
    }

    internal sealed record Map(IReadOnlyList<CloudEntry> Entries, SourceSpan Span) : CloudValue(Span)
    {
        public string? More { get; init; }
    }

    /// <summary>A written <c>null</c>: as if the attribute were not there.</summary>
    internal sealed record None(SourceSpan Span) : CloudValue(Span);

    internal sealed record Unknown(string Why, SourceSpan Span) : CloudValue(Span);
}
