using System.Buffers;
using System.Globalization;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>A network address in a text: <c>postgres://user:secret@db:5432/shop</c>, <c>redis:6379</c>. Secrets in it are never kept.</summary>
/// <param name="Scheme">Lower case, without <c>jdbc:</c> and driver suffixes (<c>postgresql+asyncpg</c>); empty when there is none.</param>
/// <param name="Path">With a leading slash, without query; null when none is written.</param>
internal sealed record Address(string Scheme, string Host, int? Port, string? Path)
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Every address of a URL (MongoDB and Kafka list several hosts); none when the text is no URL.</summary>
    public static IReadOnlyList<Address> OfUrl(string text)
    {
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark <= 0 || NamesNoHost(text.AsSpan(0, mark)))
        {
            return [];
        }

        var scheme = ReadScheme(text[..mark]);
        var rest = text[(mark + 3)..];
        // A password of several words, as placeholders have, does not end the address.
        var (blank, sign) = (rest.IndexOf(' ', StringComparison.Ordinal), rest.IndexOf('@', StringComparison.Ordinal));
        if (blank >= 0 && sign > blank && !rest.AsSpan(0, sign).ContainsAny('/', '?'))
        {
            rest = rest[(sign + 1)..];
        }

        var end = rest.IndexOfAny(['/', '?', '#', ' ', '"', '\'']);
        var authority = end < 0 ? rest : rest[..end];
        var path = end >= 0 && rest[end] == '/' ? rest[end..].Split('?', '#', ' ')[0] : null;
        var hosts = authority[(authority.LastIndexOf('@') + 1)..];
        path = path?.Contains(Resolved.Hole, StringComparison.Ordinal) == true ? null : path;
        return scheme is null ? [] : [.. hosts.Split(',').Select(host => OfHost(scheme, host, path)).OfType<Address>()];
    }

    /// <summary>A name of SRV records is looked up outside, and a socket is a path.</summary>
    private static bool NamesNoHost(ReadOnlySpan<char> scheme) =>
        scheme.EndsWith("+srv", StringComparison.OrdinalIgnoreCase)
        || scheme.EndsWith("unix", StringComparison.OrdinalIgnoreCase)
        || scheme.EndsWith("+docker", StringComparison.OrdinalIgnoreCase)
        || scheme.EndsWith("npipe", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>host:port</c>, or a host alone.</summary>
    public static Address? OfHost(string scheme, string text, string? path = null)
    {
        var colon = text.LastIndexOf(':');
        var isPort =
            int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536;
        if (colon >= 0 && !isPort && text is not ['[', ..])
        {
            return null;
        }

        var host = colon >= 0 && isPort ? text[..colon] : text;
        return IsHost(host) ? new Address(scheme, host.Trim('[', ']').ToLowerInvariant(), colon >= 0 && isPort ? port : null, path) : null;
    }

    /// <summary>As seen from the machine itself: inside Android's emulator <c>10.0.2.2</c> is the machine that it runs on.</summary>
    /// <remarks>Source: Android developer guide, "Set up Android Emulator networking".</remarks>
    public Address Seen() => Host == "10.0.2.2" ? this with { Host = "localhost" } : this;

    public bool IsLoopback => Host is "localhost" or "::1" || Host.StartsWith("127.", StringComparison.Ordinal);

    /// <summary>A name without a dot resolves only where something local provides it.</summary>
    public bool IsSingleLabel =>
        !Host.Contains('.', StringComparison.Ordinal) && !Host.Contains(':', StringComparison.Ordinal) && !IsLoopback;

    /// <summary><c>f8d6e0586b0a20c7</c>: an account of a ledger, a commit, a container; as the name of a machine nobody would write it without a port.</summary>
    public bool LooksLikeIdentifier => Host.Length >= 8 && Host.AsSpan().IndexOfAnyExcept(Hex) < 0 && Host.Any(char.IsAsciiDigit);

    private static bool IsHost(string host) =>
        host.ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "on" or "off" or "none" or "null")
        && !host.All(char.IsAsciiDigit)
        && host.Length > 0
        && !IsToken(host)
        && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '[' or ']' or ':')
        && char.IsAsciiLetterOrDigit(host.TrimStart('[', ':').FirstOrDefault('?'));

    /// <summary>The address of a contract or an account, a digest, an identifier: no name that DNS could hold, or that anybody gives a machine.</summary>
    /// <remarks>RFC 1035, 2.3.4: a label has at most 63 letters.</remarks>
    private static bool IsToken(string host) =>
        host.Split('.').Any(label => label.Length > 63)
        || (host.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && host.Length > 9 && host.AsSpan(2).IndexOfAnyExcept(Hex) < 0)
        || (host.Length >= 32 && host.AsSpan().IndexOfAnyExcept(Hex) < 0)
        || (
            host.Length >= 32
            && host.All(char.IsAsciiLetterOrDigit)
            && host.Any(char.IsAsciiDigit)
            && host.Any(char.IsAsciiLetterUpper)
            && host.Any(char.IsAsciiLetterLower)
        )
        || (host.Length == 36 && Guid.TryParseExact(host, "D", out _));

    private static string? ReadScheme(string text)
    {
        // "lb:ws://orders": a gateway of Spring looks the name up where services register, whatever it speaks.
        if (text.StartsWith("lb:", StringComparison.OrdinalIgnoreCase))
        {
            return "lb";
        }

        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '.' or '-'))
        {
            start--;
        }

        return start == text.Length ? null : text[start..].Split('+')[0].ToLowerInvariant();
    }
}
