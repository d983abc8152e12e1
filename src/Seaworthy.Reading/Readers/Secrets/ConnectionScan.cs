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
    private const int LongestLine = 2000;
    private const int MostLinesBetween = 6;

    private static readonly SearchValues<string> Words = SearchValues.Create(["password", "pwd"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> Computed = SearchValues.Create("${}<>%()[]");
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
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var isInString = at > 0 && text[..at].AsSpan().TrimEnd(' ') is [.., ';'];
        var sign = SkipBlanks(text, end < text.Length && text[end] is '"' or '\'' ? end + 1 : end);
        if (sign >= text.Length || !(text[sign] == '=' || (text[sign] == ':' && !isInString)))
        {
            return null;
        }

        var start = SkipBlanks(text, sign + 1);
        start = start < text.Length && text[start] is '"' or '\'' ? start + 1 : start;
        var length = text.AsSpan(start).IndexOfAny(ValueEnds);
        return (start, length < 0 ? text.Length - start : length, isInString);
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>Neither computed nor encrypted (<c>ENC(…)</c>, <c>{cipher}…</c>), nor put in later.</summary>
    private static bool IsLiteral(ReadOnlySpan<char> value) =>
        value.Length >= LeastLength && !value.ContainsAny(Computed) && !value.Contains("xxx", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>Server=tcp:db.shop.net,1433;User ID=shop;Password=…</c></summary>
    private static string? InString(string text, int at)
    {
        var start = text.LastIndexOfAny(['"', '\'', '\n'], at - 1) + 1;
        return at - start >= LongestLine
            ? null
            : text[start..at]
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
        var own = file.Lines.TextOf(line);
        return IsComment(own) || Block(Key(own)) is not { } block
            ? null
            : Around(file, line, -1, block)
                .Concat(Around(file, line, 1, block))
                .Where(other => Key(other) is { } key && Block(key) == block && IsHostKey(key))
                .Select(Value)
                .FirstOrDefault(PublicHost.Is);
    }

    /// <summary>The lines on one side, up to the end of the block.</summary>
    private static IEnumerable<string> Around(SourceFile file, int line, int step, string block)
    {
        for (var at = line + step; at > 0 && at <= file.Lines.Count && Math.Abs(at - line) <= MostLinesBetween; at += step)
        {
            var text = file.Lines.TextOf(at);
            if (IsComment(text))
            {
                continue;
            }

            if (text.Length > LongestLine || !text.StartsWith(block, StringComparison.Ordinal))
            {
                yield break;
            }

            yield return text;
        }
    }

    private static bool IsComment(string line) => line.TrimStart() is ['#' or '!' or ';', ..] or ['/', '/', ..];

    /// <summary>With the blanks in front, which are what makes a block of YAML.</summary>
    private static string? Key(string line) => line.IndexOfAny(['=', ':']) is var end and > 0 ? line[..end] : null;

    private static string Value(string line) => line[(line.IndexOfAny(['=', ':']) + 1)..].Trim(' ', '\t', '\r', '"', '\'', ',');

    /// <summary>What keys that belong together have in common: the blanks of YAML and JSON, the path of a property.</summary>
    private static string? Block(string? key) => key is null ? null : key[..(Math.Max(key.LastIndexOf('.'), key.LastIndexOf(' ')) + 1)];

    private static bool IsHostKey(string key) =>
        key.Trim(' ', '\t', '"', '\'', '-') is var name
        && HostKeys.Any(known =>
            name.Equals(known, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + known, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(" " + known, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("\"" + known, StringComparison.OrdinalIgnoreCase)
        );
}
