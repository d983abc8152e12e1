using System.Net;
using System.Net.Sockets;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Whether an address names a host that everybody can reach, rather than a neighbour, a private network or an example.</summary>
/// <remarks>Sources: RFC 1918; RFC 6761; RFC 6762.</remarks>
internal static class PublicHost
{
    private static readonly string[] Nearby = [".local", ".internal", ".localhost", ".lan", ".svc", ".test", ".invalid", ".home", ".corp"];
    private static readonly string[] Examples = ["placeholder", "mailtrap", "ethereal", "sandbox"];

    // Services that were closed, with all that was kept there. Sources: ElephantSQL, "End of Life Announcement" (January 2025); MongoDB, "mLab is becoming MongoDB Atlas" (2021).
    private static readonly string[] Closed = [".elephantsql.com", ".mlab.com"];

    // Contoso and Fabrikam are the companies of Microsoft's manuals.
    private static readonly string[] Invented =
    [
        "example",
        "your",
        "xxx",
        "domain",
        "somewhere.",
        "somehost",
        "some-host",
        "myserver.",
        "mycompany.",
        "my-company.",
        "contoso",
        "fabrikam",
    ];

    /// <param name="address">A host, with a scheme, a port and a path or without.</param>
    public static bool Is(string address)
    {
        var host = Host(address);
        return IPAddress.TryParse(host, out var number)
            ? number.AddressFamily == AddressFamily.InterNetwork
                && host.Count(letter => letter == '.') == 3
                && IsPublic(number.GetAddressBytes())
            : IsPublic(host);
    }

    /// <summary>The host is written as a number.</summary>
    public static bool IsNumber(string address) => IPAddress.TryParse(Host(address), out _);

    /// <summary>A name that a person makes up to show where one belongs: <c>db.somewhere.com</c>.</summary>
    public static bool IsInvented(string name) => Array.Exists(Invented, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A service that is no more: what opened it opens nothing.</summary>
    public static bool IsClosed(string address) =>
        Host(address) is var host && Array.Exists(Closed, end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static string Host(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme >= 0 ? address[(scheme + 3)..] : address;
        rest = rest.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? rest["tcp:".Length..] : rest;
        rest = rest[(rest.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return rest.Split('/', ':', ',', ';', '?', '\\', ' ')[0].TrimEnd('.');
    }

    private static bool IsPublic(string name) =>
        Uri.CheckHostName(name) == UriHostNameType.Dns
        && name.LastIndexOf('.') is > 0 and var dot
        && name.AsSpan(dot + 1) is { Length: > 1 } top
        && top.ContainsAnyExceptInRange('0', '9')
        && !Array.Exists(Nearby, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        && !IsClosed(name)
        && !IsInvented(name)
        && !Array.Exists(Examples, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsPublic(byte[] number) =>
        number
            is not ([0 or 10 or 127, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [>= 224, ..])
                // Numbers that documentation is written with.
                and not ([192, 0, 2, ..] or [198, 51, 100, ..] or [203, 0, 113, ..] or [1, 2, 3 or 4, ..]);
}
