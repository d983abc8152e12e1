namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Host names that only the own machine or the own network resolves.</summary>
/// <remarks>Source: RFC 6761 (localhost, test), RFC 6762 (local), ICANN, "internal" as a private-use domain.</remarks>
internal static class LocalNames
{
    private static readonly string[] Endings = ["localhost", ".local", ".test", ".internal", ".lan", ".home.arpa"];

    /// <summary>An address with a name of them: <c>http://grafana.localhost:8080</c>.</summary>
    public static bool Has(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = address.AsSpan(start).IndexOfAny(':', '/');
        var host = end < 0 ? address[start..] : address.Substring(start, end);
        return host == "127.0.0.1" || Array.Exists(Endings, ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
