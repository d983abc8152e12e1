using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Seaworthy.Deploying.Commands;

/// <summary>A host that is reached by ssh, and as whom. Neither part can be read as an option of a command.</summary>
/// <param name="Host">A name, an alias of the ssh configuration, or an address; one of IPv6 without brackets.</param>
/// <param name="Port">Null for what the ssh configuration says.</param>
public sealed record SshAddress(string User, string Host, int? Port)
{
    public const string Form = "ssh://user@host or ssh://user@host:port";

    private const string Scheme = "ssh://";
    private const int Longest = 255;

    /// <summary>Null for anything else than the form: no password, no path, no option, no port out of 1 to 65535.</summary>
    public static SshAddress? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || text[Scheme.Length..].Split('@') is not [var user, var place])
        {
            return null;
        }

        var end = place.StartsWith('[') ? place.IndexOf(']', StringComparison.Ordinal) + 1 : place.IndexOf(':', StringComparison.Ordinal);
        var host = end > 0 ? place[..end] : place;
        var port = place[host.Length..];
        return IsWord(user) && (IsWord(host) || IsIPv6(host)) && (port.Length == 0 || Number(port) is not null)
            ? new SshAddress(user, host.Trim('[', ']'), Number(port))
            : null;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Scheme}{User}@{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}{(Port is { } port ? $":{port}" : "")}"
        );

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= Longest
        && text[0] != '-'
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static bool IsIPv6(string text) =>
        text is ['[', .., ']']
        && text[1..^1].All(letter => char.IsAsciiHexDigit(letter) || letter is ':' or '.')
        && IPAddress.TryParse(text[1..^1], out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static int? Number(string text) =>
        text is [':', not '0', ..]
        && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= IPEndPoint.MaxPort
            ? number
            : null;
}
