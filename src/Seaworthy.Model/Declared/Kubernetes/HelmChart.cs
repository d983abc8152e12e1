using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A <c>Chart.yaml</c>.</summary>
public sealed record HelmChart(SourceFile File) : Artifact(File)
{
    public Fact<string>? Name { get; init; }

    public Fact<string>? Version { get; init; }

    public Fact<string>? AppVersion { get; init; }

    public IReadOnlyList<HelmDependency> Dependencies { get; init; } = [];
}
