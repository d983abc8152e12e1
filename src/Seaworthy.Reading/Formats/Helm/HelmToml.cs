using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary><c>toToml</c>.</summary>
/// <remarks>BurntSushi/toml, encode.go: plain keys first, then tables.</remarks>
internal static class HelmToml
{
    private const int DepthLimit = 50;

    public static string Write(object? value)
    {
        StringBuilder text = new();
        if (value is GoMap map)
        {
            Table(map, [], text);
        }

        return text.ToString();
    }

    private static void Table(GoMap map, IReadOnlyList<string> path, StringBuilder text)
    {
        if (path.Count > DepthLimit)
        {
            return;
        }

        var indent = new string(' ', 2 * Math.Max(0, path.Count - 1));
        foreach (var key in map.Keys.Where(key => map[key] is not null && !IsTable(map[key])))
        {
            text.Append(path.Count > 0 ? indent + "  " : "").Append(Key(key)).Append(" = ");
            Inline(map[key], text, 0);
            text.Append('\n');
        }

        foreach (var key in map.Keys.Where(key => IsTable(map[key])))
        {
            IReadOnlyList<string> inner = [.. path, key];
            var name = string.Join('.', inner.Select(Key));
            var margin = new string(' ', 2 * (inner.Count - 1));
            foreach (var table in (map[key] as GoList)?.Items.OfType<GoMap>() ?? [(GoMap)(map[key] ?? new GoMap())])
            {
                text.Append(text.Length > 0 ? "\n" : "");
                text.Append(margin).Append(map[key] is GoList ? $"[[{name}]]\n" : $"[{name}]\n");
                Table(table, inner, text);
            }
        }
    }

    private static bool IsTable(object? value) => value is GoMap or GoList { Items: [GoMap, ..] };

    private static string Key(string key) =>
        key.Length > 0 && key.All(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '-') ? key : GoQuoted.Quote(key);

    private static void Inline(object? value, StringBuilder text, int depth)
    {
        switch (value)
        {
            case string said:
                text.Append(GoQuoted.Quote(said));
                break;
            case double real:
                var written = GoNumbers.Fixed(real);
                text.Append(written).Append(written.Contains('.', StringComparison.Ordinal) ? "" : ".0");
                break;
            case GoList list when depth < DepthLimit:
                text.Append('[');
                for (var at = 0; at < list.Items.Count; at++)
                {
                    text.Append(at > 0 ? ", " : "");
                    Inline(list.Items[at], text, depth + 1);
                }

                text.Append(']');
                break;
            case GoMap map when depth < DepthLimit:
                text.Append('{');
                text.AppendJoin(", ", map.Keys.Select(key => $"{Key(key)} = {GoPrint.Text(map[key])}"));
                text.Append('}');
                break;
            default:
                text.Append(GoPrint.Text(value));
                break;
        }
    }
}
