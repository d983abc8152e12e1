using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A file that PM2 starts applications from: <c>ecosystem.config.js</c>, <c>pm2.json</c>.</summary>
/// <remarks>Source: PM2 documentation, "Configuration File".</remarks>
public sealed record Pm2Config(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<Pm2App> Apps { get; init; } = [];
}
