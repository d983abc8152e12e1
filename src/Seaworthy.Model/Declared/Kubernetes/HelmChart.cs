using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A <c>Chart.yaml</c>.</summary>
public sealed record HelmChart(SourceFile File) : Artifact(File)
{
    public Fact<string>? Name { get; init; }

    public Fact<string>? Version { get; init; }

    /// <summary><c>type: library</c>: rendered only inside the charts that take it in, with their values.</summary>
    public bool IsLibrary { get; init; }

    public IReadOnlyList<HelmDependency> Dependencies { get; init; } = [];
}
