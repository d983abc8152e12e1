using System.Globalization;
using System.Text;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Commands;

/// <summary>HAProxy's file: what it starts with. While it runs, <see cref="ProxyCommands"/> change it.</summary>
public static class ProxyConfiguration
{
    /// <summary>The directory of the file and of the socket, in the container.</summary>
    public const string Directory = "/var/lib/seaworthy";

    public const string FileName = "haproxy.cfg";

    public const string SocketName = "admin.sock";

    /// <summary>The directory of certificates with their keys, in that of the file.</summary>
    public const string CertificateDirectory = "certificates";

    /// <summary>Names the certificates, in their directory.</summary>
    public const string CertificateList = "list";

    /// <summary>Where the client of ACME answers, inside of the proxy's container: below the ports that are published, above those of services.</summary>
    public const int AcmePort = 29_999;

    private const string AcmeBackend = "acme";

    // RFC 8555, section 8.3.
    private const string AcmePath = "/.well-known/acme-challenge/";

    // Source: Mozilla, "Server Side TLS" 5.7, intermediate, without the suites that need parameters of their own.
    private const string Ciphers =
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

    private const string AskedHost = "req.hdr(host),field(1,:)";

    /// <summary>The certificate of a host, as the proxy calls it.</summary>
    public static string CertificatePath(string host) => $"{Directory}/{CertificateDirectory}/{CertificateName(host)}";

    /// <summary>The name of its file.</summary>
    public static string CertificateName(string host) => host + ".pem";

    /// <summary>Which certificate is shown for which host; the first one for a host that is not among them.</summary>
    public static string Certificates(ProxyLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var hosts = layout.Frontends.SelectMany(frontend => frontend.Tls?.Hosts ?? []).Distinct();
        return string.Concat(hosts.Select(host => $"{CertificatePath(host)} {host}\n"));
    }

    /// <param name="layout">The shape.</param>
    /// <param name="servers">The containers that serve.</param>
    public static string Text(ProxyLayout layout, IReadOnlyList<ProxyServer> servers)
    {
        ArgumentNullException.ThrowIfNull(layout);
        StringBuilder text = new();
        text.Append(
            $$"""
            # Written by seaworthy deploy: changes are lost.
            global
              stats socket {{Directory}}/{{SocketName}} mode 600 level admin expose-fd listeners
            {{Tls(layout)}}defaults
              mode http
              timeout connect 2s
              timeout client 60s
              timeout server 60s
              timeout http-keep-alive 60s
              timeout tunnel 1h
              option redispatch
              retries 3
              default-server check inter 500ms fall 2 rise 1
            resolvers engine
              nameserver dns 127.0.0.11:53
              hold valid 1s
              hold nx 1s

            """
        );
        foreach (var frontend in layout.Frontends)
        {
            Append(text, frontend);
        }

        if (layout.OrderedHosts.Count > 0)
        {
            // It is there as long as it orders: nothing is checked, and nothing is tried twice.
            text.Append(
                CultureInfo.InvariantCulture,
                $"backend {AcmeBackend}\n  retries 0\n  server client 127.0.0.1:{AcmePort} no-check\n"
            );
        }

        foreach (var backend in layout.Backends)
        {
            Append(text, backend, servers.Where(server => server.Backend == backend.Name));
        }

        return text.ToString();
    }

    /// <summary>Tickets are off: their keys would stay the same as long as the proxy runs, which is for months.</summary>
    private static string Tls(ProxyLayout layout) =>
        layout.CertifiedHosts.Count == 0
            ? ""
            : $"  ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets\n  ssl-default-bind-ciphers {Ciphers}\n";

    private static void Append(StringBuilder text, ProxyFrontend frontend)
    {
        text.Append(CultureInfo.InvariantCulture, $"frontend {frontend.Name}\n  bind :{frontend.Port}");
        text.Append(frontend.Tls is null ? "\n" : $" ssl crt-list {Directory}/{CertificateDirectory}/{CertificateList} alpn h2,http/1.1\n");
        // Where TLS ends nobody stands in front: what a client says of its own address is not believed.
        text.Append(
            frontend.Tls is not null
                ? "  http-request set-header X-Forwarded-For %[src]\n  http-request set-header X-Forwarded-Proto https\n"
            : frontend.IsHttp ? "  option forwardfor if-none\n"
            : "  mode tcp\n"
        );
        if (frontend.Redirect is { } redirect)
        {
            Append(text, redirect);
        }

        foreach (var route in frontend.Routes)
        {
            text.Append(
                frontend.Routes.Count == 1 || route.Hosts.Count == 0
                    ? $"  default_backend {route.Backend}\n"
                    : $"  use_backend {route.Backend} if {Asks(route.Hosts)}\n"
            );
        }
    }

    /// <summary>Of a host whose certificate is ordered, the questions of the server stay here.</summary>
    private static void Append(StringBuilder text, ProxyRedirect redirect)
    {
        var port = redirect.Port == 443 ? "" : $":{redirect.Port.ToString(CultureInfo.InvariantCulture)}";
        var lead = $"  http-request redirect code 308 location https://%[{AskedHost},lower]{port}%[pathq] if";
        text.Append("  http-request set-header X-Forwarded-Proto http\n");
        if (redirect.Hosts.Except(redirect.Ordered ?? []).ToList() is [_, ..] others)
        {
            text.Append(CultureInfo.InvariantCulture, $"{lead} {Asks(others)}\n");
        }

        if (redirect.Ordered is { } ordered)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{lead} {Asks(ordered)} !{{ path_beg {AcmePath} }}\n  use_backend {AcmeBackend} if {Asks(ordered)} {{ path_beg {AcmePath} }}\n"
            );
        }
    }

    private static string Asks(IReadOnlyList<string> hosts) => $"{{ {AskedHost} -i {string.Join(' ', hosts)} }}";

    private static void Append(StringBuilder text, ProxyBackend backend, IEnumerable<ProxyServer> servers)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"backend {backend.Name}\n{(backend.IsHttp ? "" : "  mode tcp\n")}  balance roundrobin\n"
        );
        if (backend.HstsSeconds is { } seconds)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  http-response set-header Strict-Transport-Security max-age={seconds} if {{ ssl_fc }}\n"
            );
        }

        foreach (var server in servers)
        {
            // After a restart the engine may have given the container another address: it is asked for by name.
            text.Append(
                CultureInfo.InvariantCulture,
                $"  server {server.Container} {server.Container}:{server.Port} resolvers engine init-addr libc,none\n"
            );
        }
    }
}
