using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A service of Traefik: servers by URL, or for a container's labels the port inside of it.</summary>
public sealed record TraefikService(Fact<string> Name)
{
    public IReadOnlyList<ProxyTarget> Servers { get; init; } = [];

    /// <summary><c>loadbalancer.server.port</c> of a label.</summary>
    public Fact<string>? Port { get; init; }
}
