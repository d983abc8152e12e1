using System.Globalization;
using System.Text;
using System.Text.Json;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Json;

/// <summary>JSON as Go reads and writes it.</summary>
/// <remarks>Go standard library, package encoding/json: keys in order, and <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> escaped unless asked otherwise.</remarks>
internal static class GoJson
{
    private const int DepthLimit = 100;

    /// <param name="isRaw">Leaves <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as they are.</param>
    /// <param name="indent">For each level; empty writes one line.</param>
    public static string Write(object? value, bool isRaw = false, string indent = "")
    {
        StringBuilder text = new();
        Write(value, text, isRaw, indent, 0);
        return text.ToString();
    }

    /// <summary>A value, every number a float64; <paramref name="fault"/> says why there is none.</summary>
    public static object? Read(string text, out string? fault)
    {
        fault = null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DepthLimit });
            return Value(document.RootElement);
        }
        catch (Exception exception) when (JsonText.IsRefusal(exception))
        {
            fault = string.IsNullOrWhiteSpace(text) ? "unexpected end of JSON input" : exception.Message;
            return null;
        }
    }

    private static object? Value(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                GoMap map = new();
                foreach (var property in element.EnumerateObject())
                {
                    map[property.Name] = Value(property.Value);
                }

                return map;
            case JsonValueKind.Array:
                return new GoList([.. element.EnumerateArray().Select(Value)]);
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.ValueKind == JsonValueKind.True;
            default:
                return null;
        }
    }

    private static void Write(object? value, StringBuilder text, bool isRaw, string indent, int depth)
    {
        switch (value)
        {
            case GoMap map when depth < DepthLimit:
                Members(map.Keys, key => map[key], text, isRaw, indent, depth);
                break;
            case GoStruct fields when depth < DepthLimit:
                Members([.. fields.Fields.Keys], key => fields.Fields[key], text, isRaw, indent, depth);
                break;
            case GoList list when depth < DepthLimit:
                Elements(list, text, isRaw, indent, depth);
                break;
            case string said:
                Quote(said, text, isRaw);
                break;
            case double real:
                text.Append(GoNumbers.Json(real));
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case nint or long or ulong or byte:
                text.Append(GoPrint.Text(value));
                break;
            case byte[] bytes:
                text.Append('"').Append(Convert.ToBase64String(bytes)).Append('"');
                break;
            case TimeSpan span:
                text.Append(span.Ticks * 100);
                break;
            case null or GoMap or GoList:
                text.Append("null");
                break;
            default:
                Quote(GoPrint.Text(value), text, isRaw);
                break;
        }
    }

    private static void Members(
        IReadOnlyList<string> keys,
        Func<string, object?> find,
        StringBuilder text,
        bool isRaw,
        string indent,
        int depth
    )
    {
        text.Append('{');
        for (var at = 0; at < keys.Count; at++)
        {
            text.Append(at > 0 ? "," : "");
            NewLine(text, indent, depth + 1);
            Quote(keys[at], text, isRaw);
            text.Append(indent.Length > 0 ? ": " : ":");
            Write(find(keys[at]), text, isRaw, indent, depth + 1);
        }

        if (keys.Count > 0)
        {
            NewLine(text, indent, depth);
        }

        text.Append('}');
    }

    private static void Elements(GoList list, StringBuilder text, bool isRaw, string indent, int depth)
    {
        text.Append('[');
        for (var at = 0; at < list.Items.Count; at++)
        {
            text.Append(at > 0 ? "," : "");
            NewLine(text, indent, depth + 1);
            Write(list.Items[at], text, isRaw, indent, depth + 1);
        }

        if (list.Items.Count > 0)
        {
            NewLine(text, indent, depth);
        }

        text.Append(']');
    }

    private static void NewLine(StringBuilder text, string indent, int depth)
    {
        if (indent.Length == 0)
        {
            return;
        }

        text.Append('\n');
        for (var level = 0; level < depth; level++)
        {
            text.Append(indent);
        }
    }

    private static void Quote(string value, StringBuilder text, bool isRaw)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"' or '\\':
                    text.Append('\\').Append(character);
                    break;
                case '\n' or '\r' or '\t' or '\b' or '\f':
                    text.Append('\\')
                        .Append(
                            character switch
                            {
                                '\n' => 'n',
                                '\r' => 'r',
                                '\t' => 't',
                                '\b' => 'b',
                                _ => 'f',
                            }
                        );
                    break;
                case < ' ' or '\u2028' or '\u2029':
                    text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                case '<' or '>' or '&' when !isRaw:
                    text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }
}
