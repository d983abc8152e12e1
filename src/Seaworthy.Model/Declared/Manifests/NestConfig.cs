using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>nest-cli.json: how <c>nest build</c> compiles.</summary>
/// <remarks>Source: NestJS documentation, "CLI", "Workspaces", CLI properties.</remarks>
public sealed record NestConfig(SourceFile File) : Artifact(File)
{
    /// <summary>The compiler's project that is built instead of the usual one.</summary>
    public Fact<string>? TsConfigPath { get; init; }

    /// <summary>Each source is compiled by the TypeScript compiler; webpack and SWC lay their output out in other ways, and so do several projects in one repository.</summary>
    public bool UsesCompiler { get; init; }
}
