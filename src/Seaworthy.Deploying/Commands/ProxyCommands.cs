using System.Globalization;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Commands;

/// <summary>Lines for HAProxy's socket, one command each. None of them touches a connection of a client.</summary>
/// <remarks>Source: HAProxy 2.6 Management Guide, "Unix Socket commands".</remarks>
public static class ProxyCommands
{
    public const string Statistics = "show stat";

    /// <summary>Makes a container known, without traffic.</summary>
    public static IReadOnlyList<string> Add(ProxyServer server, string address) =>
        [
            $"add server {Name(server)} {address}:{server.Port.ToString(CultureInfo.InvariantCulture)} check inter 500ms fall 2 rise 1",
            $"set server {Name(server)} state maint",
            $"enable health {Name(server)}",
        ];

    public static string Ready(ProxyServer server) => $"set server {Name(server)} state ready";

    /// <summary>No new request; those on their way end.</summary>
    public static string Drain(ProxyServer server) => $"set server {Name(server)} state drain";

    /// <summary>No request and no check.</summary>
    public static string Rest(ProxyServer server) => $"set server {Name(server)} state maint";

    public static string Weight(ProxyServer server, int weight) =>
        $"set server {Name(server)} weight {weight.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Ends what is still open when its time is over.</summary>
    public static string EndSessions(ProxyServer server) => $"shutdown sessions server {Name(server)}";

    public static IReadOnlyList<string> Remove(ProxyServer server) => [Rest(server), $"del server {Name(server)}"];

    /// <summary>What the proxy knows of the certificate of a host; without an answer it has none.</summary>
    public static string ShowCertificate(string host) => $"show ssl cert {ProxyConfiguration.CertificatePath(host)}";

    /// <summary>Hands a certificate over; it is not shown to clients before <see cref="CommitCertificate"/>. An empty line ends what is handed over, and PEM has none.</summary>
    public static string SetCertificate(string host, string pem) => $"set ssl cert {ProxyConfiguration.CertificatePath(host)} <<\n{pem}";

    /// <summary>From here on new connections are shown it; those that are open stay open.</summary>
    public static string CommitCertificate(string host) => $"commit ssl cert {ProxyConfiguration.CertificatePath(host)}";

    public static string AbortCertificate(string host) => $"abort ssl cert {ProxyConfiguration.CertificatePath(host)}";

    private static string Name(ProxyServer server) => $"{server.Backend}/{server.Container}";
}
