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

    /// <summary>Checks types and writes nothing; null where it is not said here.</summary>
    public bool? NoEmit { get; init; }

    /// <summary>Part of a build of several projects: its root is its own directory.</summary>
    public bool? IsComposite { get; init; }

    /// <summary>JavaScript is compiled along.</summary>
    public bool? AllowsJs { get; init; }

    /// <summary>It writes something else than one file of JavaScript for each source.</summary>
    public bool WritesOtherwise { get; init; }

    /// <summary>Import patterns (<c>@/*</c>) and the paths they stand for, in order.</summary>
    public IReadOnlyList<PathAlias> Paths { get; init; } = [];

    /// <summary>Sources by name; null where none are named.</summary>
    public IReadOnlyList<Fact<string>>? Files { get; init; }

    /// <summary>Patterns of sources; null where it says nothing of them.</summary>
    public IReadOnlyList<Fact<string>>? Include { get; init; }

    /// <summary>Patterns of what is no source; null where it says nothing of it.</summary>
    public IReadOnlyList<Fact<string>>? Exclude { get; init; }
}
