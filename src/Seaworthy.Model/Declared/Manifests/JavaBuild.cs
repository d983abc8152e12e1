using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>pom.xml, build.gradle or build.gradle.kts, read lightly: name, plugins, dependencies and Java version.</summary>
/// <param name="Tool"><c>maven</c> or <c>gradle</c>.</param>
public sealed record JavaBuild(SourceFile File, string Tool) : Manifest(File, Ecosystem.Maven)
{
    /// <summary>Plugin ids or artifact names.</summary>
    public IReadOnlyList<Fact<string>> Plugins { get; init; } = [];

    /// <summary>The group, Maven's <c>groupId</c>.</summary>
    public Fact<string>? Group { get; init; }

    /// <summary>Modules of a multi-module build.</summary>
    public IReadOnlyList<Fact<string>> Modules { get; init; } = [];

    /// <summary>The archive's name without its suffix, when it is set: <c>build.finalName</c>, <c>archiveFileName</c>.</summary>
    public Fact<string>? ArchiveName { get; init; }

    /// <summary><c>jar</c>, <c>war</c>, <c>pom</c>.</summary>
    public Fact<string>? Packaging { get; init; }
}
