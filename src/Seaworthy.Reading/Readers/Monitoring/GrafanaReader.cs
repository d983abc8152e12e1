using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Reads Grafana's provisioning files.</summary>
/// <remarks>Grafana documentation, "Provision Grafana", "Data sources" and "Dashboards".</remarks>
internal sealed class GrafanaReader : YamlContentReader
{
    protected override IReadOnlyList<string> Marks { get; } = ["datasources:", "providers:"];

    protected override Artifact? Read(SourceFile file, MappingNode root)
    {
        Node[] sources = [.. (root["datasources"]?.Items ?? []).Where(item => item["name"] is not null && item["type"] is not null)];
        Node[] providers =
        [
            .. (root["providers"]?.Items ?? [])
                .Concat(root["dashboards"]?.Items ?? [])
                .Where(item => item.At("options", "path") is not null),
        ];
        return sources.Length + providers.Length == 0
            ? null
            : new GrafanaProvisioning(file)
            {
                DataSources = [.. sources.Select(Source).OfType<GrafanaDataSource>()],
                Dashboards =
                [
                    .. providers.Select(item => new GrafanaDashboards(item["name"]?.Fact, item.At("options", "path")?.Fact, item.Span)),
                ],
            };
    }

    private static GrafanaDataSource? Source(Node node) =>
        node["name"]?.Fact is { } name ? new GrafanaDataSource(name, node["type"]?.Fact, node["url"]?.Fact, node.Span) : null;
}
