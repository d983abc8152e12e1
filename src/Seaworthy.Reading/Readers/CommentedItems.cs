using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers;

/// <summary>Items of a list at the top level of a YAML file that are commented out: <c># - ./redis.yaml</c> below <c>include:</c>.</summary>
internal static class CommentedItems
{
    public static IEnumerable<Fact<string>> Of(SourceFile file, params string[] keys)
    {
        // Few files have the list, and every one is asked.
        if (!Array.Exists(keys, key => file.Text.Contains(key + ":", StringComparison.Ordinal)))
        {
            yield break;
        }

        var isInside = false;
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            var text = file.Lines.TextOf(line);
            if (text is [not (' ' or '\t' or '-' or '#'), ..] && text.Trim().Length > 0)
            {
                isInside = Array.Exists(keys, key => text.TrimEnd() == key + ":");
            }
            else if (isInside && Item(text) is { Length: > 0 } item)
            {
                var start = file.Lines.StartOf(line) + text.IndexOf(item, StringComparison.Ordinal);
                yield return new Fact<string>(item, new SourceSpan(file, start, item.Length));
            }
        }
    }

    private static string? Item(string line)
    {
        var text = line.AsSpan().Trim();
        if (text is not ['#', ..])
        {
            return null;
        }

        text = text.TrimStart('#').TrimStart();
        return text is ['-', ' ', ..] && text[2..].Trim().ToString().Split(' ') is [var item, ..] ? item.Trim('"', '\'') : null;
    }
}
