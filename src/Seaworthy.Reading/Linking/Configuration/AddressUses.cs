using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Whether source goes on with a value as the beginning of an address, which without it reads <c>undefined/…</c> or throws.</summary>
internal static class AddressUses
{
    private static readonly string[] Openers = ["new URL(", "new WebSocket(", "new EventSource(", "createClient(", "createBrowserClient("];

    private static readonly string[] Guards = ["?", "&&", "||", "??=", "===", "!==", "==", "!="];

    /// <summary>The expression from <paramref name="start"/> to <paramref name="end"/> begins an address.</summary>
    public static bool Breaks(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        var after = Rest(text, end);
        return Array.Exists(Openers, opener => Text(text, start).EndsWith(opener, StringComparison.Ordinal))
            // `${base}/items`
            || (before.EndsWith("`${") && after is ['}', not '`', ..])
            // base + "/items"
            || (after is ['+', not '+', ..] && !before.EndsWith("+") && after[1..].TrimStart() is ['"' or '\'' or '`', '/' or '?', ..]);
    }

    /// <summary>The expression is looked at before it is used, or something else takes its place.</summary>
    public static bool IsGuarded(string text, int start, int end)
    {
        var before = Text(text, start);
        var after = Rest(text, end);
        foreach (var guard in Guards)
        {
            if (after.StartsWith(guard, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return before.EndsWith('!')
            || before.EndsWith("||", StringComparison.Ordinal)
            || before.EndsWith("??", StringComparison.Ordinal)
            || before.EndsWith("typeof", StringComparison.Ordinal)
            || before.EndsWith("if (", StringComparison.Ordinal)
            || before.EndsWith("if(", StringComparison.Ordinal)
            || before.EndsWith("Boolean(", StringComparison.Ordinal);
    }

    /// <summary>The constant that the expression alone is the value of; null when there is none.</summary>
    public static string? NameOf(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        if (before is not [.., '='] || Rest(text, end) is not ([] or [';' or '\n' or '\r', ..]))
        {
            return null;
        }

        var line = before[..^1].TrimEnd();
        line = line[(line.LastIndexOf('\n') + 1)..].Trim();
        line = line.StartsWith("export ") ? line["export ".Length..].TrimStart() : line;
        if (!line.StartsWith("const "))
        {
            return null;
        }

        line = line["const ".Length..].TrimStart();
        var length = 0;
        while (length < line.Length && IsWord(line[length]))
        {
            length++;
        }

        return length == 0 ? null : line[..length].ToString();
    }

    /// <summary>Where a name stands by itself.</summary>
    public static IEnumerable<int> PlacesOf(string text, string name) =>
        WholeWords.Find(text, name, IsWord).Where(at => at == 0 || text[at - 1] != '.');

    private static string Text(string text, int start) => text.AsSpan(Math.Max(0, start - 60), Math.Min(60, start)).TrimEnd().ToString();

    /// <summary>What follows, TypeScript's assurances left out; the end of the line is kept.</summary>
    private static ReadOnlySpan<char> Rest(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ');
        rest = rest is ['!', not '=', ..] ? rest[1..].TrimStart(' ') : rest;
        return rest.StartsWith("as string") ? rest["as string".Length..].TrimStart(' ') : rest;
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$';
}
