using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A service of a Blueprint.</summary>
public sealed record RenderService(SourceSpan Span)
{
    /// <summary><c>web</c>, <c>pserv</c>, <c>worker</c>, <c>cron</c>, <c>keyvalue</c> or <c>redis</c>.</summary>
    public Fact<string>? Type { get; init; }

    /// <summary>The address of the repository that is built; absent: the one that holds the Blueprint. It may be that one too.</summary>
    public Fact<string>? Repository { get; init; }

    public Fact<string>? Name { get; init; }

    /// <summary><c>runtime</c>, or its older name <c>env</c>: <c>docker</c>, <c>image</c>, <c>static</c>, <c>node</c>, <c>python</c>…</summary>
    public Fact<string>? Runtime { get; init; }

    public Fact<string>? Plan { get; init; }

    /// <summary>What paths and commands start from; absent: the repository's root.</summary>
    public Fact<string>? RootDir { get; init; }

    public Fact<string>? DockerfilePath { get; init; }

    public Fact<string>? DockerContext { get; init; }

    public PlatformCommand? DockerCommand { get; init; }

    public Fact<string>? Image { get; init; }

    public PlatformCommand? BuildCommand { get; init; }

    public PlatformCommand? PreDeployCommand { get; init; }

    public PlatformCommand? StartCommand { get; init; }

    public Fact<string>? HealthCheckPath { get; init; }

    public IReadOnlyList<PlatformVariable> EnvVars { get; init; } = [];

    public Fact<string>? DiskName { get; init; }

    public Fact<string>? DiskMountPath { get; init; }

    /// <summary>For a static site: what is published.</summary>
    public Fact<string>? StaticPublishPath { get; init; }

    /// <summary>For a cron job: when.</summary>
    public Fact<string>? Schedule { get; init; }

    public Fact<string>? Branch { get; init; }

    public Fact<string>? AutoDeploy { get; init; }

    public IReadOnlyList<PlatformRewrite> Routes { get; init; } = [];
}
