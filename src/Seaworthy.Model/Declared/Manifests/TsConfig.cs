using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>tsconfig.json or jsconfig.json: where sources are, where the output goes, and which import names stand for which paths.</summary>
/// <remarks>Source: TypeScript TSConfig reference.</remarks>
public sealed record TsConfig(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<Fact<string>> Extends { get; init; } = [];

    public Fact<string>? BaseUrl { get; init; }

    public Fact<string>? OutDir { get; init; }

    public Fact<string>? RootDir { get; init; }

    public Fact<string>? Module { get; init; }

    public bool NoEmit { get; init; }

    /// <summary>Import patterns (<c>@/*</c>) and the paths they stand for, in order.</summary>
    public IReadOnlyList<PathAlias> Paths { get; init; } = [];

    public IReadOnlyList<Fact<string>> Include { get; init; } = [];

    public IReadOnlyList<Fact<string>> Exclude { get; init; } = [];
}
