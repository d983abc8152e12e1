using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>What a file sets for uv.</summary>
/// <remarks>Source: uv documentation, "Settings", <c>pip.system</c>.</remarks>
public static class UvSettings
{
    /// <summary>Packages go into the Python of the system, and need no environment.</summary>
    public static bool InstallIntoSystem(SourceFile file) =>
        file.Name is "pyproject.toml" or "uv.toml"
        && file.Text.Contains("system", StringComparison.Ordinal)
        && file.Text.Replace(" ", "", StringComparison.Ordinal).Contains("system=true", StringComparison.Ordinal);
}
