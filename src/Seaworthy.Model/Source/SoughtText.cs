using System.Text.RegularExpressions;

namespace Seaworthy.Model.Source;

/// <summary>What a command is given to look for, so that it finds a line as long as nobody has changed it.</summary>
internal static partial class SoughtText
{
    private const int MostLength = 160;
    private const int Shown = 2;
    private const string KeyHeader = "-----BEGIN ";

    /// <summary>A line as an extended regular expression: the whole of it, but for blanks around it; up to its first control character, and without a password in it.</summary>
    public static string Pattern(string line)
    {
        var head = @"^\s*";
        var tail = @"\s*$";
        var isSecret = true;
        if (Account().Match(line) is { Success: true } account)
        {
            line = line[(account.Index + account.Length - 1)..];
            head = "";
        }
        else if (Fallback().Match(line) is { Success: true } fallback)
        {
            line = line[..(fallback.Index + fallback.Length)];
            tail = "";
        }
        else if (Secret().Match(line) is { Success: true } secret)
        {
            line = line[..(secret.Index + secret.Length)];
            tail = "";
        }
        else
        {
            isSecret = Promise().IsMatch(line);
        }

        var cut = Line(line);
        return $"{head}{(isSecret ? Unmasked(cut) : Escaped(cut))}{(cut.Length == line.Length ? tail : "")}";
    }

    /// <summary>The same for a line of which a report shows only the beginning and the end, since a secret stands between.</summary>
    public static string Around(string line, string shown)
    {
        var most = Math.Min(line.Length, shown.Length);
        var head = 0;
        while (head < most && line[head] == shown[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < most - head && line[^(tail + 1)] == shown[^(tail + 1)])
        {
            tail++;
        }

        return $@"^\s*{Unmasked(Line(line[..head]))}.*{Unmasked(Line(line[^tail..]))}";
    }

    private static string Escaped(string text) => Special().Replace(text, @"\$0");

    /// <summary>The signs behind a name are written otherwise: a command with <c>PASSWORD=hu</c> in it would be masked when it is printed, and find nothing.</summary>
    private static string Unmasked(string text) => Signs().Replace(Escaped(text), "[:=]");

    private static string Line(string line)
    {
        var end = line.AsSpan(0, Math.Min(line.Length, MostLength)).IndexOfAnyInRange('\0', '\u001f');
        return (
            end >= 0 ? line[..end]
            : line.Length > MostLength ? line[..MostLength]
            : line
        ).TrimEnd();
    }

    /// <summary>The name before a value, what stands between, and the beginning of the value, as an extended regular expression.</summary>
    public static string? Lead(string text, int start, int end)
    {
        var value = text.AsSpan(start, Math.Max(0, Math.Min(end, text.Length) - start));
        if (value.StartsWith(KeyHeader, StringComparison.Ordinal))
        {
            var line = value[..(value.IndexOfAny('\n', '\r', '\\') is >= 0 and var stop ? stop : value.Length)];
            return Escaped(line.Length <= KeyHeader.Length + 40 ? line.ToString() : KeyHeader.TrimEnd());
        }

        var from = start;
        while (from > 0 && text[from - 1] is not ('\n' or '\r' or '\t') && !IsOfName(text[from - 1]))
        {
            from--;
        }

        var name = from;
        while (from > 0 && IsOfName(text[from - 1]))
        {
            from--;
        }

        if (name == from)
        {
            return null;
        }

        // Every default of a schema is behind this word: the name stands at the beginning of the line.
        from -= text.AsSpan(from, name - from).EndsWith("default", StringComparison.OrdinalIgnoreCase) ? InLine(text, from) : 0;
        return Unmasked(Line(text[from..Math.Min(start + Math.Min(Shown, value.Length), text.Length)]));
    }

    /// <summary>How much of a line stands before a place, when it is short and has no other text in quotes.</summary>
    private static int InLine(string text, int at)
    {
        var begin = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var before = text.AsSpan(Math.Min(begin, at)..at).TrimStart();
        return before.Length <= MostLength / 2 && !before.ContainsAny('"', '\'', '\t') ? before.Length : 0;
    }

    /// <summary>What signs in, in an address.</summary>
    [GeneratedRegex(@"://[^\s/@]*:[^\s@]*@")]
    private static partial Regex Account();

    /// <summary>The beginning of what is in for a variable that promises a secret.</summary>
    [GeneratedRegex(@"\$\{\w*(pass|secret|token|key|credential|salt)\w*:?-[^\s}]{2}", RegexOptions.IgnoreCase)]
    private static partial Regex Fallback();

    [GeneratedRegex(@"[][(){}.*+?^$|\\]")]
    private static partial Regex Special();

    [GeneratedRegex(@"(pass|secret|token|key|credential|salt)\w*[""']?\s*[:=]", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex("[:=]")]
    private static partial Regex Signs();

    /// <summary>The beginning of a value that is no reference, under a name that promises a secret.</summary>
    [GeneratedRegex(@"(pass|secret|token|key|credential|salt)\w*[""']?\s*[:=]\s*[""']?[^\s$""'{<\[]{2}", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
