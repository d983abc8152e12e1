using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A Loki (or Tempo, Mimir) server's configuration, as far as its neighbours care.</summary>
/// <remarks>Grafana Loki documentation, "Configuration reference".</remarks>
public sealed record LokiConfig(SourceFile File) : Artifact(File)
{
    /// <summary>Addresses of other servers that are in it: Alertmanager, object storage.</summary>
    public IReadOnlyList<Fact<string>> Addresses { get; init; } = [];
}
