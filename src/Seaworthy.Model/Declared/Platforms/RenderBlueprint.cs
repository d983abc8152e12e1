using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A render.yaml: services, databases and groups of variables on Render.</summary>
/// <remarks>Source: Render documentation, "Blueprint YAML Reference".</remarks>
public sealed record RenderBlueprint(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<RenderService> Services { get; init; } = [];

    public IReadOnlyList<RenderDatabase> Databases { get; init; } = [];

    public IReadOnlyList<RenderGroup> Groups { get; init; } = [];
}
