using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Reads the configurations of Loki, Tempo and Mimir servers.</summary>
internal sealed class LokiReader : YamlContentReader
{
    protected override IReadOnlyList<string> Marks { get; } = ["http_listen_port"];

    protected override Artifact? Read(SourceFile file, MappingNode root) =>
        root["server"] is not MappingNode server || !IsServer(root)
            ? null
            : new LokiConfig(file)
            {
                Addresses =
                [
                    .. MonitoringValues.Below(root, key => key.EndsWith("_url", StringComparison.Ordinal) || key is "url" or "endpoint"),
                ],
            };

    /// <summary>Promtail has a server too, but stores nothing.</summary>
    private static bool IsServer(MappingNode root) =>
        root["schema_config"] is not null
        || root["ingester"] is not null
        || root["storage_config"] is not null
        || root["distributor"] is not null
        || root["blocks_storage"] is not null;
}
