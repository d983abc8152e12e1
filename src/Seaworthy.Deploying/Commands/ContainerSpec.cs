using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Commands;

/// <summary>A container to create.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Service">Of what.</param>
/// <param name="Image">The image, by its identity.</param>
public sealed record ContainerSpec(string Name, ServiceDefinition Service, string Image)
{
    public required string Project { get; init; }

    public required int Release { get; init; }

    public string Role { get; init; } = "service";

    public string Configuration { get; init; } = "";

    /// <summary>Where its environment is read from; null for none.</summary>
    public string? EnvironmentFile { get; init; }

    /// <summary>Volumes of the container before it that hold what would be missed.</summary>
    public IReadOnlyList<MountDefinition> Carried { get; init; } = [];

    /// <summary>A command instead of the service's own, with no health check and no port: a migration.</summary>
    public IReadOnlyList<string>? Command { get; init; }
}
