using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A railway.json or railway.toml: how one service is built and deployed.</summary>
/// <remarks>Source: Railway documentation, "Config as Code Reference".</remarks>
public sealed record RailwayConfig(SourceFile File) : Artifact(File)
{
    /// <summary><c>RAILPACK</c>, <c>NIXPACKS</c> or <c>DOCKERFILE</c>.</summary>
    public Fact<string>? Builder { get; init; }

    public Fact<string>? DockerfilePath { get; init; }

    public PlatformCommand? BuildCommand { get; init; }

    public IReadOnlyList<PlatformCommand> PreDeployCommands { get; init; } = [];

    public PlatformCommand? StartCommand { get; init; }

    public Fact<string>? HealthcheckPath { get; init; }

    public Fact<string>? CronSchedule { get; init; }
}
