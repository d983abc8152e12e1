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

    /// <summary>The build whose settings and dependencies it inherits: Maven's <c>parent</c>, by its artifactId.</summary>
    public Fact<string>? Parent { get; init; }

    public Fact<string>? ParentVersion { get; init; }

    /// <summary>Aliases of a version catalog (<c>libs.spring.boot.web</c>): which artifacts they stand for is another file's business.</summary>
    public IReadOnlyList<Fact<string>> CatalogAliases { get; init; } = [];

    /// <summary>What it states holds for every module below it: Gradle's <c>subprojects</c> and <c>allprojects</c>.</summary>
    public bool ConfiguresModules { get; init; }

    /// <summary>Names of container images that plugins build, with <c>${…}</c> as written: Spring Boot's, Jib's, those for Docker.</summary>
    public IReadOnlyList<Fact<string>> ImageNames { get; init; } = [];

    /// <summary>Maven's properties, by name.</summary>
    public IReadOnlyList<ConfigurationSetting> Properties { get; init; } = [];

    /// <summary><c>jar</c>, <c>war</c>, <c>pom</c>.</summary>
    public Fact<string>? Packaging { get; init; }
}
