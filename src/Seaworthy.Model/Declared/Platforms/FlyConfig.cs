using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A fly.toml: one app on Fly.io with its processes, services, checks and machines.</summary>
/// <remarks>Source: Fly.io documentation, "App configuration (fly.toml)".</remarks>
public sealed record FlyConfig(SourceFile File) : Artifact(File)
{
    public Fact<string>? App { get; init; }

    public FlyBuild? Build { get; init; }

    public IReadOnlyList<PlatformVariable> Env { get; init; } = [];

    /// <summary>Commands of the process groups; without any, the image's own command runs as <c>app</c>.</summary>
    public IReadOnlyList<FlyProcess> Processes { get; init; } = [];

    /// <summary>Runs once in a machine of its own before a release; its failure stops the deployment.</summary>
    public PlatformCommand? ReleaseCommand { get; init; }

    /// <summary><c>[http_service]</c> and every <c>[[services]]</c>.</summary>
    public IReadOnlyList<FlyService> Services { get; init; } = [];

    /// <summary>Checks at the top level, of no service.</summary>
    public IReadOnlyList<FlyCheck> Checks { get; init; } = [];

    public IReadOnlyList<FlyMount> Mounts { get; init; } = [];

    public IReadOnlyList<FlyMachine> Machines { get; init; } = [];

    /// <summary>Where the platform scrapes metrics.</summary>
    public Fact<string>? MetricsPath { get; init; }
}
