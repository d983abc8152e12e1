using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The file in which a step of GitHub Actions hands variables to the later ones.</summary>
/// <remarks>Source: GitHub Actions, "Workflow commands", "Setting an environment variable".</remarks>
public static class StepVariableFile
{
    /// <summary>A script or action names the file.</summary>
    public static bool IsNamedIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Mentions("GITHUB_ENV");
    }
}
