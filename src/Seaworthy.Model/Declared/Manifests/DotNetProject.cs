using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>An MSBuild project (<c>*.csproj</c>, <c>*.fsproj</c>) or a file that MSBuild imports by itself (<c>Directory.Build.props</c>, <c>Directory.Packages.props</c>).</summary>
/// <remarks>Source: Microsoft Learn, "MSBuild reference for .NET SDK projects". <see cref="Manifest.Name"/> is the assembly's name: <c>AssemblyName</c> if written, else the file's name.</remarks>
public sealed record DotNetProject(SourceFile File) : Manifest(File, Ecosystem.NuGet)
{
    /// <summary><c>Microsoft.NET.Sdk.Web</c> and the like; null in imported files.</summary>
    public Fact<string>? Sdk { get; init; }

    /// <summary>Imported by projects below its directory, not a project itself.</summary>
    public bool IsImported { get; init; }

    public IReadOnlyList<Fact<string>> TargetFrameworks { get; init; } = [];

    public Fact<string>? AssemblyName { get; init; }

    public Fact<string>? OutputType { get; init; }

    /// <summary>Paths of referenced projects, as written but with <c>/</c>.</summary>
    public IReadOnlyList<Fact<string>> ProjectReferences { get; init; } = [];

    public Fact<string>? UserSecretsId { get; init; }

    /// <summary>Every property that is a plain text, for what has no name of its own here; the last one wins.</summary>
    public IReadOnlyDictionary<string, Fact<string>> Properties { get; init; } = new Dictionary<string, Fact<string>>();

    /// <summary>Central versions (<c>PackageVersion</c>) by package.</summary>
    public IReadOnlyList<Dependency> CentralVersions { get; init; } = [];
}
