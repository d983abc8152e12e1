using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A Promtail configuration: which logs are read and where they go.</summary>
/// <remarks>Grafana Loki documentation, "Configure Promtail".</remarks>
public sealed record LogShipping(SourceFile File) : Artifact(File)
{
    /// <summary>Addresses that logs are pushed to.</summary>
    public IReadOnlyList<Fact<string>> Destinations { get; init; } = [];

    /// <summary>Files it reads (<c>__path__</c>).</summary>
    public IReadOnlyList<Fact<string>> Paths { get; init; } = [];
}
