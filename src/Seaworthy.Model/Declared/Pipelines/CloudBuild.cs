using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>A build configuration of Google Cloud Build.</summary>
/// <remarks>Source: Google Cloud, "Build configuration file schema".</remarks>
public sealed record CloudBuild(SourceFile File) : Artifact(File)
{
    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<CloudBuildStep> Steps { get; init; } = [];

    /// <summary>What it pushes when all steps are done.</summary>
    public IReadOnlyList<Fact<string>> Images { get; init; } = [];
}
