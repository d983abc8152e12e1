using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A heroku.yml: images that Heroku builds, and the processes that run in them.</summary>
/// <remarks>Source: Heroku Dev Center, "Building Docker Images with heroku.yml".</remarks>
public sealed record HerokuManifest(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<HerokuImage> Images { get; init; } = [];

    public PlatformCommand? Release { get; init; }

    public IReadOnlyList<ProcfileProcess> Processes { get; init; } = [];
}
