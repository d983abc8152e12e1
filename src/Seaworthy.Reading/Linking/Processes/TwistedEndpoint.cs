namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Where a server of Twisted listens: <c>ssl:8001:privateKey=key.pem</c>, <c>tcp:port=8000:interface=127.0.0.1</c>.</summary>
/// <remarks>Source: Twisted documentation, "Getting Connected with Endpoints", "Servers".</remarks>
internal static class TwistedEndpoint
{
    /// <summary>Its parts when it is one of a port; null for an address of another form.</summary>
    public static (string Port, string Host)? Of(string address)
    {
        var parts = address.Split(':');
        if (parts is not ["ssl" or "tcp" or "tcp6", not ['/', ..] and { Length: > 0 }, ..])
        {
            return null;
        }

        return (Value(parts, "port=") ?? parts[1], Value(parts, "interface=") ?? "0.0.0.0");
    }

    private static string? Value(string[] parts, string name) =>
        Array.Find(parts, part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
