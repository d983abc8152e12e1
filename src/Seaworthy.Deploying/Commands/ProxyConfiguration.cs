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
                        defaults
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

        foreach (var backend in layout.Backends)
        {
            Append(text, backend, servers.Where(server => server.Backend == backend.Name));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ProxyFrontend frontend)
    {
        text.Append(CultureInfo.InvariantCulture, $"frontend {frontend.Name}\n  bind :{frontend.Port}\n");
        text.Append(frontend.IsHttp ? "  option forwardfor if-none\n" : "  mode tcp\n");
        foreach (var route in frontend.Routes)
        {
            text.Append(
                frontend.Routes.Count == 1
                    ? $"  default_backend {route.Backend}\n"
                    : $"  use_backend {route.Backend} if {{ req.hdr(host),field(1,:) -i {string.Join(' ', route.Hosts)} }}\n"
            );
        }
    }

    private static void Append(StringBuilder text, ProxyBackend backend, IEnumerable<ProxyServer> servers)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"backend {backend.Name}\n{(backend.IsHttp ? "" : "  mode tcp\n")}  balance roundrobin\n"
        );
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
