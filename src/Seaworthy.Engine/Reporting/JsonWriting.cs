using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>What every JSON document of ours is written with: no reflection, the same bytes on every machine, quoted text made harmless.</summary>
internal static class JsonWriting
{
    // The writer keeps what it wrote until it is flushed: a long report would be held in memory as a whole.
    private const int Full = 1 << 15;

    // Objects that are worth a task, and tasks that may wait with what they wrote: a long report is never held in memory as a whole.
    private const int Part = 32;
    private const int Ahead = 8;

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

    /// <summary>The same, for lists of thousands: parts of the list are written side by side, each by a writer of its own at the same depth.</summary>
    public static void WriteManyObjects<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        var depth = json.CurrentDepth;
        Queue<Task<WrittenPart>> begun = [];
        // A part leaves its buffer to a later one: for the findings of 10,000 files, 130 MB were made and cleared.
        ConcurrentBag<ArrayBufferWriter<byte>> free = [];
        foreach (var part in items.Chunk(Part))
        {
            begun.Enqueue(Task.Run(() => Written(part, depth, write, free.TryTake(out var used) ? used : new(2 * Full))));
            if (begun.Count > Ahead)
            {
                free.Add(json.Append(begun.Dequeue()));
            }
        }

        while (begun.TryDequeue(out var written))
        {
            json.Append(written);
        }

        json.WriteEndArray();
    }

    // A part brings its line breaks along; what stands between two of them is the comma of this writer.
    private static ArrayBufferWriter<byte> Append(this Utf8JsonWriter json, Task<WrittenPart> written)
    {
        var part = written.GetAwaiter().GetResult();
        json.WriteRawValue(part.Buffer.WrittenSpan[part.Start..], skipInputValidation: true);
        json.Flush();
        part.Buffer.ResetWrittenCount();
        return part.Buffer;
    }

    private static WrittenPart Written<T>(T[] items, int depth, Action<Utf8JsonWriter, T> write, ArrayBufferWriter<byte> written)
    {
        using Utf8JsonWriter json = new(written, Options);
        while (json.CurrentDepth < depth)
        {
            json.WriteStartArray();
        }

        json.Flush();
        var start = written.WrittenCount;
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.Flush();
        return new WrittenPart(written, start);
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

    /// <summary><c>path:line</c>, as people write it. Whatever a path looks like, who is to find the file needs it.</summary>
    public static void WritePlace(this Utf8JsonWriter json, string name, SourceSpan? span)
    {
        if (span is not null)
        {
            json.WriteString(name, Inert.Of(span.ToString()));
        }
    }

    public static void WritePlaces(this Utf8JsonWriter json, string name, IEnumerable<SourceSpan> spans) =>
        json.WritePaths(name, spans.Select(span => span.ToString()).Distinct());

    public static void WritePaths(this Utf8JsonWriter json, string name, IEnumerable<string> paths)
    {
        json.WriteStartArray(name);
        foreach (var path in paths)
        {
            json.WriteStringValue(Inert.Of(path));
        }

        json.WriteEndArray();
    }

    /// <param name="Buffer">Holds it.</param>
    /// <param name="Start">Where it begins there.</param>
    private sealed record WrittenPart(ArrayBufferWriter<byte> Buffer, int Start);
}
