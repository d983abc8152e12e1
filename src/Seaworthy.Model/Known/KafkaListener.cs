using System.Globalization;

namespace Seaworthy.Model.Known;

/// <summary>One entry of Kafka's <c>listeners</c> or <c>advertised.listeners</c>: <c>INTERNAL://kafka:29092</c>.</summary>
/// <param name="Host">Empty for every interface.</param>
/// <remarks>Source: Apache Kafka documentation, broker configurations "listeners" and "advertised.listeners".</remarks>
public sealed record KafkaListener(string Name, string Host, int Port)
{
    /// <summary>The entries that are understood; the others are left out.</summary>
    public static IReadOnlyList<KafkaListener> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(',').Select(entry => One(entry.Trim())).OfType<KafkaListener>()];
    }

    private static KafkaListener? One(string entry) =>
        entry.IndexOf("://", StringComparison.Ordinal) is var mark and > 0
        && entry.LastIndexOf(':') is var colon
        && colon > mark
        && int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new KafkaListener(entry[..mark], entry[(mark + 3)..Math.Max(colon, mark + 3)], port)
            : null;
}
