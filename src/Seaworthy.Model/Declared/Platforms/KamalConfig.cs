using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A deploy.yml of Kamal: the image that is built here and run on servers.</summary>
/// <remarks>Source: Kamal documentation, "Configuration overview", "Builder".</remarks>
public sealed record KamalConfig(SourceFile File) : Artifact(File)
{
    public Fact<string>? Service { get; init; }

    public Fact<string>? Image { get; init; }

    /// <summary>From where <c>kamal</c> is started, as the builder's context.</summary>
    public Fact<string>? Dockerfile { get; init; }

    public Fact<string>? Context { get; init; }

    public Fact<string>? Target { get; init; }

    public IReadOnlyList<PlatformVariable> Arguments { get; init; } = [];

    /// <summary>Built by buildpacks, not from a Dockerfile.</summary>
    public bool UsesBuildpacks { get; init; }

    /// <summary>The host of the registry, which Kamal puts before <see cref="Image"/>; absent for Docker Hub.</summary>
    public Fact<string>? RegistryServer { get; init; }
}
