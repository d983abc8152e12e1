using System.Text.Encodings.Web;
using System.Text.Json;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>What every JSON document of ours is written with: no reflection, the same bytes on every machine, quoted text made harmless.</summary>
internal static class JsonWriting
{
    // The writer keeps what it wrote until it is flushed: a long report would be held in memory as a whole.
    private const int Full = 1 << 15;

    // Quotation marks and letters of every language stay readable; what JSON must escape is escaped.
    public static JsonWriterOptions Options { get; } =
        new()
        {
            Indented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };

    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
            if (json.BytesPending > Full)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(Quote.Text(item));
        }

        json.WriteEndArray();
    }

    /// <summary>Left out when there is nothing to say.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Quote.Text(value));
        }
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <summary><c>path:line</c>, as people write it.</summary>
    public static void WritePlace(this Utf8JsonWriter json, string name, SourceSpan? span) => json.WriteOptional(name, span?.ToString());

    public static void WritePlaces(this Utf8JsonWriter json, string name, IEnumerable<SourceSpan> spans) =>
        json.WriteStrings(name, spans.Select(span => span.ToString()).Distinct());
}
