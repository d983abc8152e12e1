using System.Globalization;
using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Yaml;

/// <summary>YAML as <c>toYaml</c> writes it, byte by byte.</summary>
/// <remarks>sigs.k8s.io/yaml, which goes by way of JSON; go.yaml.in/yaml/v2, encode.go and emitterc.go.</remarks>
internal sealed class GoYamlWriter
{
    private const int BestWidth = 80;
    private const int DepthLimit = 100;
    private const int LongestSimpleKey = 128;

    private readonly StringBuilder text = new();
    private readonly int sequenceIndent;
    private int lineStart;

    private GoYamlWriter(int sequenceIndent) => this.sequenceIndent = sequenceIndent;

    /// <summary>Without the line break at its end.</summary>
    public static string Write(object? value) => Write(value, 0);

    /// <summary>As <c>toYamlPretty</c> does, with lists indented.</summary>
    public static string WritePretty(object? value) => Write(value, 2);

    private static string Write(object? value, int sequenceIndent)
    {
        GoYamlWriter writer = new(sequenceIndent);
        writer.Value(value, 0, 0, afterKey: false);
        return writer.text.ToString().TrimStart(' ');
    }

    private int Column => text.Length - lineStart;

    /// <param name="indent">Where the keys of a mapping begin.</param>
    private void Value(object? value, int indent, int depth, bool afterKey)
    {
        switch (value)
        {
            case GoMap map when depth < DepthLimit:
                Mapping(map, indent, depth, afterKey);
                break;
            case GoStruct fields when depth < DepthLimit:
                Mapping(MapOf(fields), indent, depth, afterKey);
                break;
            case GoList list when depth < DepthLimit:
                Sequence(list, indent, depth, afterKey);
                break;
            case byte[] bytes:
                Scalar(Convert.ToBase64String(bytes), indent, isKey: false);
                break;
            default:
                Leaf(value, indent);
                break;
        }
    }

    private static GoMap MapOf(GoStruct fields)
    {
        GoMap map = new();
        foreach (var (name, value) in fields.Fields)
        {
            map[name] = value;
        }

        return map;
    }

    private void Leaf(object? value, int indent)
    {
        switch (value)
        {
            case null or GoMap or GoList:
                Plain("null");
                break;
            case bool truth:
                Plain(truth ? "true" : "false");
                break;
            case double real:
                Plain(Number(real));
                break;
            case string said:
                Scalar(said, indent, isKey: false);
                break;
            case nint or long or ulong or byte:
                Plain(GoPrint.Text(value));
                break;
            default:
                Scalar(GoPrint.Text(value), indent, isKey: false);
                break;
        }
    }

    /// <summary>The number as JSON writes it is read again as YAML: an integer is one then.</summary>
    private static string Number(double real) =>
        GoYamlScalar.Value(GoNumbers.Json(real)) switch
        {
            long or ulong => GoNumbers.Json(real),
            _ => GoNumbers.General(real),
        };

    private void Mapping(GoMap map, int indent, int depth, bool afterKey)
    {
        if (map.Count == 0)
        {
            Plain("{}");
            return;
        }

        string[] keys = [.. map.Keys];
        Array.Sort(keys, GoYamlKeys.Order);
        for (var at = 0; at < keys.Length; at++)
        {
            if (at > 0 || afterKey)
            {
                NewLine(indent);
            }

            Key(keys[at], indent);
            Value(map[keys[at]], map[keys[at]] is GoList ? indent + sequenceIndent : indent + 2, depth + 1, afterKey: true);
        }
    }

    private void Key(string key, int indent)
    {
        if (Encoding.UTF8.GetByteCount(key) > LongestSimpleKey)
        {
            text.Append("? ");
            Scalar(key, indent + 2, isKey: false, isFirst: true);
            NewLine(indent);
            text.Append(':');
            return;
        }

        Scalar(key, indent, isKey: true);
        text.Append(':');
    }

    private void Sequence(GoList list, int indent, int depth, bool afterKey)
    {
        if (list.Items.Count == 0)
        {
            Plain("[]");
            return;
        }

        for (var at = 0; at < list.Items.Count; at++)
        {
            if (at > 0 || afterKey)
            {
                NewLine(indent);
            }

            text.Append('-');
            var item = list.Items[at];
            if (item is GoMap { Count: > 0 } or GoList { Items.Count: > 0 } or GoStruct)
            {
                text.Append(' ');
            }

            Value(item, indent + 2, depth + 1, afterKey: false);
        }
    }

    private void NewLine(int indent)
    {
        text.Append('\n');
        lineStart = text.Length;
        text.Append(' ', indent);
    }

    private void Plain(string value) => text.Append(' ').Append(value);

    private void Scalar(string value, int indent, bool isKey, bool isFirst = false)
    {
        if (!isKey && !isFirst)
        {
            text.Append(' ');
        }

        var shape = GoYamlShape.Of(value);
        var isText = GoYamlScalar.IsText(value) && !GoYamlScalar.IsBase60(value);
        if (value.Contains('\n', StringComparison.Ordinal))
        {
            if (shape.AllowsBlock && !isKey)
            {
                Block(value, indent);
                return;
            }

            DoubleQuoted(value, indent, !isKey);
        }
        else if (!isText)
        {
            DoubleQuoted(value, indent, !isKey);
        }
        else if (shape.AllowsPlain && !(isKey && shape.IsMultiline))
        {
            Folded(value, indent, !isKey);
        }
        else if (shape.AllowsSingleQuotes)
        {
            text.Append('\'');
            Folded(value.Replace("'", "''", StringComparison.Ordinal), indent, !isKey, isQuoted: true);
            text.Append('\'');
        }
        else
        {
            DoubleQuoted(value, indent, !isKey);
        }
    }

    /// <summary>Lines are broken at single blanks behind the best width.</summary>
    private void Folded(string value, int indent, bool mayBreak, bool isQuoted = false)
    {
        var wasSpace = false;
        for (var at = 0; at < value.Length; at++)
        {
            var isSpace = value[at] == ' ';
            var isInside = !isQuoted || (at > 0 && at < value.Length - 1);
            if (isSpace && mayBreak && !wasSpace && isInside && Width() > BestWidth && (at + 1 >= value.Length || value[at + 1] != ' '))
            {
                NewLine(Deeper(indent));
            }
            else
            {
                text.Append(value[at]);
            }

            wasSpace = isSpace;
        }
    }

    /// <summary>Characters, not code units, in the line so far.</summary>
    private int Width()
    {
        var width = Column;
        for (var at = lineStart; at < text.Length && width > BestWidth; at++)
        {
            width -= char.IsLowSurrogate(text[at]) ? 1 : 0;
        }

        return width;
    }

    private static int Deeper(int indent) => Math.Max(indent, 2);

    private void DoubleQuoted(string value, int indent, bool mayBreak)
    {
        text.Append('"');
        var wasSpace = false;
        for (var at = 0; at < value.Length; at++)
        {
            var current = value[at];
            if (!GoYamlShape.IsPrintable(value, at) || GoYamlShape.IsBreak(current) || current is '"' or '\\' or '\uFEFF')
            {
                at += Escaped(value, at);
                wasSpace = false;
            }
            else if (current == ' ')
            {
                if (mayBreak && !wasSpace && Width() > BestWidth && at > 0 && at < value.Length - 1)
                {
                    NewLine(Deeper(indent));
                    text.Append(value[at + 1] == ' ' ? "\\" : "");
                }
                else
                {
                    text.Append(' ');
                }

                wasSpace = true;
            }
            else
            {
                text.Append(current);
                wasSpace = false;
            }
        }

        text.Append('"');
    }

    /// <summary>Answers how many more code units it took.</summary>
    private int Escaped(string value, int at)
    {
        if (at + 1 < value.Length && char.IsSurrogatePair(value[at], value[at + 1]))
        {
            text.Append("\\U").Append(char.ConvertToUtf32(value, at).ToString("X8", CultureInfo.InvariantCulture));
            return 1;
        }

        text.Append(Escape(value[at]));
        return 0;
    }

    private static string Escape(char character) =>
        character switch
        {
            '\0' => "\\0",
            '\a' => "\\a",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\v' => "\\v",
            '\f' => "\\f",
            '\r' => "\\r",
            '\e' => "\\e",
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u0085' => "\\N",
            '\u00A0' => "\\_",
            '\u2028' => "\\L",
            '\u2029' => "\\P",
            <= '\u00FF' => "\\x" + ((int)character).ToString("X2", CultureInfo.InvariantCulture),
            _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
        };

    private void Block(string value, int indent)
    {
        text.Append('|');
        text.Append(value[0] == ' ' || GoYamlShape.IsBreak(value[0]) ? "2" : "");
        var isEndless = value[^1] != '\n';
        text.Append(
            isEndless ? "-"
            : value.Length == 1 || value[^2] == '\n' ? "+"
            : ""
        );
        var lines = (isEndless ? value : value[..^1]).Split('\n');
        foreach (var line in lines)
        {
            NewLine(line.Length == 0 ? 0 : Deeper(indent));
            text.Append(line);
        }
    }
}
