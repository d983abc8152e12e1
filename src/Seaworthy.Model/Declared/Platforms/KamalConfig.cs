using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A deploy.yml of Kamal: the image that is built here and run on servers.</summary>
/// <remarks>Source: Kamal documentation, "Configuration overview", "Builder", "Roles", "Proxy", "Environment variables".</remarks>
public sealed record KamalConfig(SourceFile File) : Artifact(File)
{
    public Fact<string>? Service { get; init; }

    public Fact<string>? Image { get; init; }

    /// <summary>From where <c>kamal</c> is started, as the builder's context.</summary>
    public Fact<string>? Dockerfile { get; init; }

    public Fact<string>? Context { get; init; }

    public Fact<string>? Target { get; init; }

    public IReadOnlyList<PlatformVariable> Arguments { get; init; } = [];

    /// <summary>The groups of servers, each with the command that they run; one, <c>web</c>, for a plain list.</summary>
    public IReadOnlyList<KamalRole> Roles { get; init; } = [];

    /// <summary>What every role is given: literals under <c>clear</c>, names under <c>secret</c>.</summary>
    public IReadOnlyList<PlatformVariable> Environment { get; init; } = [];

    /// <summary>Tags give single servers more variables.</summary>
    public bool HasTags { get; init; }

    /// <summary>Containers beside the application: the names at which it reaches them, <c>shop-db</c> for <c>db</c> of <c>shop</c>.</summary>
    public IReadOnlyList<string> Accessories { get; init; } = [];

    /// <summary>As Docker takes them: <c>storage:/rails/storage</c>.</summary>
    public IReadOnlyList<Fact<string>> Volumes { get; init; } = [];

    /// <summary>What the proxy asks for until it answers; <c>/up</c> where nothing is written.</summary>
    public Fact<string>? HealthPath { get; init; }

    /// <summary>To which port the proxy leads.</summary>
    public Fact<int>? AppPort { get; init; }

    /// <summary>Built by buildpacks, not from a Dockerfile.</summary>
    public bool UsesBuildpacks { get; init; }

    /// <summary>The host of the registry, which Kamal puts before <see cref="Image"/>; absent for Docker Hub.</summary>
    public Fact<string>? RegistryServer { get; init; }
}
