using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A file that names a package, or a part of one, and what it depends on. Its directory is the root of the component it describes.</summary>
public abstract record Manifest(SourceFile File, Ecosystem Ecosystem) : Artifact(File)
{
    /// <summary>The package's own name: the npm package, the distribution, the crate, the Go module path, the assembly.</summary>
    public Fact<string>? Name { get; init; }

    public Fact<string>? Version { get; init; }

    public IReadOnlyList<Dependency> Dependencies { get; init; } = [];

    /// <summary>The versions of interpreters, compilers and package managers it asks for: <c>engines</c>, <c>requires-python</c>, <c>rust-version</c>, the <c>go</c> line, target frameworks.</summary>
    public IReadOnlyList<RuntimeRequirement> Runtimes { get; init; } = [];

    /// <summary>The declared dependency of a name; names are compared without case, and in Python with <c>-</c>, <c>_</c> and <c>.</c> alike (PEP 503).</summary>
    public Dependency? FindDependency(string name) => Dependencies.FirstOrDefault(dependency => SameName(dependency.Name, name));

    private bool SameName(string left, string right) =>
        Ecosystem == Ecosystem.Python
            ? Dependency.PythonName(left) == Dependency.PythonName(right)
            : string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
