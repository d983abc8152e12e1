using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A provisioning file of Grafana: data sources, and where dashboards lie.</summary>
/// <remarks>Grafana documentation, "Provision Grafana".</remarks>
public sealed record GrafanaProvisioning(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<GrafanaDataSource> DataSources { get; init; } = [];

    public IReadOnlyList<GrafanaDashboards> Dashboards { get; init; } = [];
}
