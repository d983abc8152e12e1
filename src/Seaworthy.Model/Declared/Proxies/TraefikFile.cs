using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A configuration file of Traefik: static (entry points, providers) or dynamic (routers, services).</summary>
public sealed record TraefikFile(SourceFile File) : Artifact(File)
{
    /// <summary>Entry points by name, with their address: <c>:443</c>.</summary>
    public IReadOnlyList<TraefikEntryPoint> EntryPoints { get; init; } = [];

    public IReadOnlyList<TraefikRouter> Routers { get; init; } = [];

    public IReadOnlyList<TraefikService> Services { get; init; } = [];

    /// <summary>The names of declared middlewares.</summary>
    public IReadOnlyList<Fact<string>> Middlewares { get; init; } = [];

    /// <summary>Files or directories of the file provider.</summary>
    public IReadOnlyList<Fact<string>> ProviderPaths { get; init; } = [];
}
