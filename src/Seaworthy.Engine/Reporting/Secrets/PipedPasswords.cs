using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The password that a shell writes into the input of a program: <c>echo X | docker login --password-stdin</c>, <c>docker login --password-stdin &lt;&lt;&lt; X</c>.</summary>
internal static class PipedPasswords
{
    private const int Least = 4;

    // A command in front of a pipe is no longer: a line of many is not read to its beginning for each.
    private const int LongestCommand = 500;

    private static readonly SearchValues<string> Readers = SearchValues.Create(
        ["--password-stdin", "--with-token", "--passphrase-fd 0", "passwd --stdin", "sudo -S", "chpasswd", "secret create", "secret put"],
        StringComparison.Ordinal
    );

    private static readonly string[] Writers = ["echo ", "printf "];

    public static Range Next(string text, int from)
    {
        for (var at = NextReader(text, from); at >= 0; at = NextReader(text, at + 1))
        {
            if (Before(text, from, at) is { End.Value: > 0 } piped)
            {
                return piped;
            }

            if (Behind(text, at) is { End.Value: > 0 } given)
            {
                return given;
            }
        }

        return default;
    }

    private static int NextReader(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(Readers) is var at and >= 0 ? from + at : -1;

    private static Range Before(string text, int from, int reader)
    {
        var least = Math.Max(from, reader - LongestCommand);
        var pipe = text.LastIndexOf('|', reader - 1 < least ? least : reader - 1, Math.Max(0, reader - least));
        if (pipe < 0)
        {
            return default;
        }

        var command = text.AsSpan(least, pipe - least);
        foreach (var writer in Writers)
        {
            if (command.LastIndexOf(writer, StringComparison.Ordinal) is var start and >= 0)
            {
                return LastWord(text, least + start + writer.Length, pipe);
            }
        }

        return default;
    }

    private static Range Behind(string text, int reader)
    {
        const string HereString = "<<<";
        var sign = text.AsSpan(reader, Math.Min(LongestCommand, text.Length - reader)).IndexOf(HereString, StringComparison.Ordinal);
        if (sign < 0)
        {
            return default;
        }

        var start = reader + sign + HereString.Length;
        while (start < text.Length && text[start] is ' ' or '"' or '\'')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\''))
        {
            end++;
        }

        return end - start >= Least ? start..end : default;
    }

    private static Range LastWord(string text, int from, int to)
    {
        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is '"' or '\'' or '\\'))
        {
            to--;
        }

        var start = to;
        while (start > from && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '\''))
        {
            start--;
        }

        // chpasswd reads user:password.
        return to - start >= Least ? start..to : default;
    }
}
