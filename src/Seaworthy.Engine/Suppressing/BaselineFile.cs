using System.Text.Json;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Suppressing;

/// <summary>A baseline as JSON: one finding to a line, in a fixed order, so that two branches that change different findings merge.</summary>
public static class BaselineFile
{
    public const string Schema = "seaworthy-baseline/1";

    /// <summary>Its name where none is given.</summary>
    public const string DefaultName = "seaworthy-baseline.json";

    private static readonly JsonWriterOptions OneLine = new() { Encoder = JsonWriting.Options.Encoder };

    public static void Write(Baseline baseline, Stream output)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = new(output, leaveOpen: true) { NewLine = "\n" };
        text.Write($"{{\n  \"schema\": \"{Schema}\",\n  \"findings\": [");
        var separator = "\n";
        foreach (var entry in baseline.Entries)
        {
            text.Write($"{separator}    {Line(entry)}");
            separator = ",\n";
        }

        text.WriteLine(baseline.Entries.Count == 0 ? "]\n}" : "\n  ]\n}");
    }

    /// <summary>Null for what is no baseline, with the reason.</summary>
    public static Baseline? Read(string name, ReadOnlyMemory<byte> bytes, out string fault) =>
        JsonFile.Read<Baseline>(
            bytes,
            (root, out why) =>
            {
                why =
                    root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || Text(schema) != Schema
                        ? $"it is no baseline: it lacks \"schema\": \"{Schema}\""
                    : !root.TryGetProperty("findings", out var list) || list.ValueKind != JsonValueKind.Array
                        ? "it has no list \"findings\""
                    : "";
                return why.Length == 0 ? Of(name, root.GetProperty("findings"), out why) : null;
            },
            out fault
        );

    private static Baseline? Of(string name, JsonElement list, out string fault)
    {
        List<BaselineEntry> entries = [];
        foreach (var item in list.EnumerateArray())
        {
            if (Entry(item) is not { } entry)
            {
                fault = $"finding {entries.Count + 1} of its list lacks fingerprint, outcome (fail, warn), rule, path or subject";
                return null;
            }

            entries.Add(entry);
        }

        fault = "";
        return new Baseline(name, entries);
    }

    private static BaselineEntry? Entry(JsonElement item)
    {
        Outcome? outcome = Of(item, "outcome") switch
        {
            "fail" => Outcome.Fail,
            "warn" => Outcome.Warn,
            _ => null,
        };
        return
            outcome is { } known
            && Of(item, "fingerprint") is { } fingerprint
            && Of(item, "rule") is { } rule
            && Of(item, "path") is { } path
            && Of(item, "subject") is { } subject
            ? new BaselineEntry(fingerprint, known, rule, path, subject)
            : null;
    }

    private static string? Of(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Line(BaselineEntry entry)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, OneLine))
        {
            json.WriteStartObject();
            json.WriteString("fingerprint", entry.Fingerprint);
            json.WriteString("outcome", Words.Of(entry.Outcome));
            json.WriteString("rule", entry.Rule);
            json.WriteString("path", entry.Path);
            json.WriteString("subject", entry.Subject);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(line.ToArray());
    }
}
