using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A configuration of HAProxy, or a template for one.</summary>
/// <remarks>Source: HAProxy Configuration Manual, "Configuration file format", "Proxies".</remarks>
public sealed record HaproxyFile(SourceFile File) : Artifact(File)
{
    /// <summary>The address of every <c>server</c>.</summary>
    public IReadOnlyList<ProxyTarget> Servers { get; init; } = [];
}
