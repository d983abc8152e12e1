using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>pyproject.toml for any build tool: PEP 621, Poetry, uv, PDM, Hatch.</summary>
/// <remarks>Source: Python Packaging User Guide, "pyproject.toml specification"; Poetry and uv documentation.</remarks>
public sealed record PyProject(SourceFile File) : Manifest(File, Ecosystem.Python)
{
    /// <summary><c>build-system.build-backend</c>; null when the file only configures tools.</summary>
    public Fact<string>? BuildBackend { get; init; }

    /// <summary>Commands that an installation creates: name and <c>module:function</c>.</summary>
    public IReadOnlyList<NamedPath> Scripts { get; init; } = [];

    /// <summary>The names under <c>[tool]</c>: <c>poetry</c>, <c>uv</c>, <c>pytest</c>, <c>ruff</c>…</summary>
    public IReadOnlyList<Fact<string>> Tools { get; init; } = [];

    /// <summary>Declares a package or its dependencies, not only settings of tools.</summary>
    public bool DeclaresProject { get; init; }

    /// <summary>Dependencies come from elsewhere (<c>dynamic = ["dependencies"]</c>).</summary>
    public bool HasDynamicDependencies { get; init; }

    /// <summary>Files that dynamic dependencies are read from.</summary>
    public IReadOnlyList<Fact<string>> DependencyFiles { get; init; } = [];

    public IReadOnlyList<Fact<string>> WorkspaceMembers { get; init; } = [];

    public Fact<string>? Readme { get; init; }

    /// <summary><c>license = { file = "LICENSE" }</c>, or the names of <c>license-files</c>.</summary>
    public Fact<string>? LicenseFile { get; init; }

    /// <summary>False where its own tool only installs its dependencies: uv's <c>package</c>, Poetry's <c>package-mode</c>.</summary>
    public bool IsPackage { get; init; } = true;

    /// <summary>What Hatchling opens besides when it builds: the file with the version, the script of a hook.</summary>
    public IReadOnlyList<Fact<string>> BuildInputs { get; init; } = [];

    /// <summary>Says itself what goes into the package; the backend does not look for a module of the project's name.</summary>
    public bool ChoosesItsFiles { get; init; }
}
