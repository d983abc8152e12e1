using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A Caddyfile.</summary>
public sealed record CaddyFile(SourceFile File, IReadOnlyList<CaddySite> Sites) : Artifact(File)
{
    /// <summary>Files and snippets that are imported, as written.</summary>
    public IReadOnlyList<Fact<string>> Imports { get; init; } = [];

    public IReadOnlyList<CaddyHole> EnvironmentHoles { get; init; } = [];
}
