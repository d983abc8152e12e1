using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>A YAML file below Symfony's <c>config</c>: its environment variables, and for <c>routes</c> its declared paths and its imports.</summary>
public sealed record SymfonyConfiguration(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<EnvironmentRead> EnvironmentReads { get; init; } = [];

    /// <summary>The paths of routes that it declares itself.</summary>
    public IReadOnlyList<Fact<string>> Paths { get; init; } = [];

    public IReadOnlyList<SymfonyRouteImport> Imports { get; init; } = [];

    /// <summary>It is below <c>config/routes</c>, or is <c>config/routes.yaml</c>.</summary>
    public bool IsOfRoutes { get; init; }
}
