using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>An app.yaml of Google App Engine.</summary>
/// <remarks>Source: Google Cloud documentation, "app.yaml Configuration File".</remarks>
public sealed record AppEngineConfig(SourceFile File) : Artifact(File)
{
    public Fact<string>? Runtime { get; init; }

    /// <summary><c>flex</c>, or absent for the standard environment.</summary>
    public Fact<string>? Environment { get; init; }

    public Fact<string>? Service { get; init; }

    public PlatformCommand? Entrypoint { get; init; }

    /// <summary>Handlers: which URLs go to which script or static files.</summary>
    public IReadOnlyList<PlatformRewrite> Handlers { get; init; } = [];
}
