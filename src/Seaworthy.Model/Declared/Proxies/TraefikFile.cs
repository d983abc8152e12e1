using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A configuration file of Traefik: static (entry points, providers) or dynamic (routers, services).</summary>
public sealed record TraefikFile(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<TraefikRouter> Routers { get; init; } = [];

    public IReadOnlyList<TraefikService> Services { get; init; } = [];
}
