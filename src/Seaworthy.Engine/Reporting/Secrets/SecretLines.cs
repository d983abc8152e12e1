using System.Buffers;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The literals of a file that a report of its lines would mask. Only lines with a word that promises one are looked at, and of a line without end only what stands around the word.</summary>
internal static class SecretLines
{
    private const int LongestLine = 20_000;
    private const int Around = 700;

    private static readonly SearchValues<string> Promises = SearchValues.Create(
        [
            "passw",
            "pass=",
            "pass:",
            "pass\"",
            "_pass",
            "requirepass",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "apikey",
            "_key",
            "-key",
            "\"key",
            "key:",
            "key=",
            "accesskey",
            "privatekey",
            "credential",
            "auth",
            "basic ",
            "bearer ",
            "jwt",
            "webhook",
            "hooks.",
            "://",
            "curl ",
            "login",
            "-stdin",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<char> Signs = SearchValues.Create(" \t\"'`=:-?|>(,\\");
    private static readonly SearchValues<char> Closing = SearchValues.Create(" \t\r\"'`,;)]}");

    private static readonly char[] InBroken = [.. " \t:\"'*{},"];

    // What is written there has a name that promises a secret.
    private const string OfPassword = "DB_PASSWORD";

    public static IEnumerable<SecretLiteral> In(SourceFile file)
    {
        var text = file.Text;
        var anchors = BrokenValues.Anchors(text);
        for (var at = Next(text, 0); at >= 0; )
        {
            var start = Math.Max(text.LastIndexOf('\n', at) + 1, at - Around);
            var end = LineEnd(text, at);
            foreach (var literal in InLine(file, start, end))
            {
                yield return literal;
            }

            // What is named in one line is often given in the next: "name: X", "value: Y".
            if (Below(text, start, end) is { } below)
            {
                yield return Literal(file, below.Start.Value, below.End.Value);
            }

            foreach (var literal in Broken(file, start, end, anchors))
            {
                yield return literal;
            }

            at = end < text.Length ? Next(text, end) : -1;
        }
    }

    /// <summary>The words of what no parser takes for a value: messages quote them.</summary>
    private static IEnumerable<SecretLiteral> Broken(SourceFile file, int start, int end, Lazy<HashSet<string>> anchors)
    {
        if (FileKinds.IsYaml(file.Name))
        {
            var line = file.Text[start..end];
            return BrokenValues
                .In(line, anchors)
                .SelectMany(range => line[range].Split(InBroken, StringSplitOptions.RemoveEmptyEntries))
                .Select(word => new SecretLiteral(OfPassword, word, IsWhole: true, IsQuoted: true, file));
        }

        return FileKinds.IsDockerfile(file.Name) && Unset(file.Text, start, end) is { Length: > 0 } next
            ? [new SecretLiteral(OfPassword, next, IsWhole: true, IsQuoted: true, file)]
            : [];
    }

    /// <summary>The word below <c>ENV DB_PASSWORD=</c>: somebody broke the line without a backslash.</summary>
    private static string Unset(string text, int start, int end)
    {
        var line = text.AsSpan(start..end).Trim();
        if (line is not [.., '='] || !SecretWords.Promise(line[(line.LastIndexOfAny(' ', '\t') + 1)..^1]) || end >= text.Length)
        {
            return "";
        }

        var next = text.AsSpan(end + 1, Math.Min(Around, text.Length - end - 1));
        var length = next.IndexOfAny(" \t\r\n") is var stop and >= 0 ? stop : next.Length;
        return next[..length].ToString();
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Promises) is var at and >= 0 ? from + at : -1;

    private static int LineEnd(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest[..Math.Min(rest.Length, LongestLine)].IndexOf('\n');
        return end >= 0 ? at + end : Math.Min(text.Length, at + Around);
    }

    private static IEnumerable<SecretLiteral> InLine(SourceFile file, int start, int end) =>
        SecretMask.Find(file.Text[start..end]).Select(range => Literal(file, start + range.Start.Value, start + range.End.Value));

    private static Range? Below(string text, int start, int end)
    {
        var window = text.Substring(start, Math.Min(text.Length - start, end - start + Around));
        var found = PairedSecrets.Next(window, 0);
        return found.End.Value > end - start ? (start + found.Start.Value)..(start + found.End.Value) : null;
    }

    private static SecretLiteral Literal(SourceFile file, int start, int end)
    {
        var text = file.Text;
        var isQuoted = start > 0 && text[start - 1] is '"' or '\'' or '`';
        var rest = text.AsSpan(end, Math.Min(text.Length - end, Around));
        var line = rest.IndexOf('\n') is var stop and >= 0 ? rest[..stop] : rest;
        return new SecretLiteral(
            Name(text, start),
            text[start..end],
            IsWhole: isQuoted && line is ['"' or '\'' or '`', ..] || !line.ContainsAnyExcept(Closing) || line.TrimStart() is ['#', ..],
            isQuoted,
            file
        );
    }

    private static string Name(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - Around)..start);
        var end = before.LastIndexOfAnyExcept(Signs) + 1;
        var name = before[..end];
        var first = name.Length;
        while (first > 0 && (char.IsAsciiLetterOrDigit(name[first - 1]) || name[first - 1] is '_' or '-' or '.'))
        {
            first--;
        }

        return name[first..].ToString();
    }
}
