using System.Buffers;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Passwords for a server that everybody can reach, whose address stands with them: in one connection string, or in the lines around.</summary>
/// <remarks>Sources: Microsoft, "SqlConnection.ConnectionString"; Spring Boot, "Common Application Properties".</remarks>
internal static class ConnectionScan
{
    private const int LeastLength = 6;
    private const int MostLength = 300;
    private const int LongestName = 80;
    private const int LongestLine = 600;
    private const int MostLinesBetween = 6;

    private static readonly SearchValues<string> Words = SearchValues.Create(["password", "pwd"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> Computed = SearchValues.Create("${}<>%()[]");
    private static readonly SearchValues<char> StringStarts = SearchValues.Create("\"'\n");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"'; \t\r\n,");
    private static readonly string[] HostKeys = ["url", "uri", "host", "hostname", "server", "address", "addr", "data source"];

    public static IEnumerable<WrittenSecret> Find(SourceFile file, bool isCode)
    {
        var text = file.Text;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 3))
        {
            if (Password(text, at) is not { } password || !IsLiteral(text.AsSpan(password.Start, password.Length)))
            {
                continue;
            }

            var address =
                password.IsInString ? InString(text, at)
                : isCode ? null
                : Beside(file, at);
            if (address is not null)
            {
                var value = text.Substring(password.Start, password.Length);
                yield return SecretValue.Of(
                    password.IsInString ? "password in a connection string" : "password",
                    SecretCertainty.Address,
                    value,
                    new SourceSpan(file, password.Start, password.Length)
                ) with
                {
                    // Nobody invents the number of a machine: what guards it is its password, however weak.
                    IsPlaceholder =
                        (SecretNames.IsPlaceholder(value) || SecretNames.IsWeak(value))
                        && !(PublicHost.IsNumber(address) && value.Any(char.IsAsciiDigit)),
                };
            }
        }
    }

    private static int Next(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(Words) is var found and >= 0 ? from + found : -1;

    /// <summary>The value behind the word, and whether semicolons divide it from others.</summary>
    private static (int Start, int Length, bool IsInString)? Password(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestName && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var isInString = text.AsSpan(0, at).TrimEnd(' ') is [.., ';'];
        var sign = NamedScan.SkipBlanks(text, end < text.Length && text[end] is '"' or '\'' ? end + 1 : end);
        if (sign >= text.Length || !(text[sign] == '=' || (text[sign] == ':' && !isInString)))
        {
            return null;
        }

        var start = NamedScan.SkipBlanks(text, sign + 1);
        start = start < text.Length && text[start] is '"' or '\'' ? start + 1 : start;
        var window = text.AsSpan(start, Math.Min(text.Length - start, MostLength));
        var length = window.IndexOfAny(ValueEnds);
        return (start, length < 0 ? window.Length : length, isInString);
    }

    /// <summary>Neither computed nor encrypted (<c>ENC(…)</c>, <c>{cipher}…</c>), nor put in later.</summary>
    private static bool IsLiteral(ReadOnlySpan<char> value) =>
        value.Length is >= LeastLength and < MostLength
        && !value.ContainsAny(Computed)
        && !value.Contains("xxx", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>Server=tcp:db.shop.net,1433;User ID=shop;Password=…</c></summary>
    private static string? InString(string text, int at)
    {
        var window = text.AsSpan(Math.Max(0, at - LongestLine), Math.Min(at, LongestLine));
        var start = window.LastIndexOfAny(StringStarts) + 1;
        return start == 0 && at >= LongestLine
            ? null
            : window[start..]
                .ToString()
                .Split(';')
                .Select(part => part.Split('='))
                .Where(part => part.Length > 1 && IsHostKey(part[^2]))
                .Select(part => part[^1].Trim())
                .FirstOrDefault(PublicHost.Is);
    }

    /// <summary>A line around, in the same block, gives the host: <c>url: jdbc:mysql://db.shop.net/shop</c>.</summary>
    private static string? Beside(SourceFile file, int at)
    {
        var line = file.Lines.LineAt(at);
        return
            Line(file, line) is not { } own
            || IsComment(own)
            || Key(own) is not { } ownKey
            || at >= file.Lines.StartOf(line) + ownKey.Length
            ? null
            : Around(file, line, -1, Block(ownKey))
                .Concat(Around(file, line, 1, Block(ownKey)))
                .Where(other => Key(other) is { } key && Block(key) == Block(ownKey) && IsHostKey(key))
                .Select(Value)
                .FirstOrDefault(PublicHost.Is);
    }

    /// <summary>The lines on one side, up to the end of the block.</summary>
    private static IEnumerable<string> Around(SourceFile file, int line, int step, string block)
    {
        for (var at = line + step; at > 0 && at <= file.Lines.Count && Math.Abs(at - line) <= MostLinesBetween; at += step)
        {
            var text = Line(file, at);
            if (text is not null && IsComment(text))
            {
                continue;
            }

            if (text?.StartsWith(block, StringComparison.Ordinal) != true)
            {
                yield break;
            }

            yield return text;
        }
    }

    /// <summary>A line that somebody may have written by hand.</summary>
    private static string? Line(SourceFile file, int line) =>
        (line < file.Lines.Count ? file.Lines.StartOf(line + 1) : file.Text.Length) - file.Lines.StartOf(line) <= LongestLine
            ? file.Lines.TextOf(line)
            : null;

    private static bool IsComment(string line) => line.TrimStart() is ['#' or '!' or ';', ..] or ['/', '/', ..];

    /// <summary>With the blanks in front, which are what makes a block of YAML.</summary>
    private static string? Key(string line) => line.IndexOfAny(['=', ':']) is var end and > 0 ? line[..end] : null;

    private static string Value(string line) => line[(line.IndexOfAny(['=', ':']) + 1)..].Trim(' ', '\t', '\r', '"', '\'', ',');

    /// <summary>What keys that belong together have in common: the blanks of YAML and JSON, the path of a property.</summary>
    private static string Block(string key) => key[..(Math.Max(key.LastIndexOf('.'), key.LastIndexOf(' ')) + 1)];

    private static bool IsHostKey(string key) =>
        key.Trim(' ', '\t', '"', '\'', '-') is var name
        && HostKeys.Any(known =>
            name.EndsWith(known, StringComparison.OrdinalIgnoreCase)
            && (name.Length == known.Length || name[^(known.Length + 1)] is '.' or ' ' or '"')
        );
}
