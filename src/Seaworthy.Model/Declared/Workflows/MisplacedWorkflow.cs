using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A file that is a workflow of GitHub Actions by what it says, and lies where GitHub does not look.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions": workflow files are stored in the <c>.github/workflows</c> directory of the repository.</remarks>
public sealed record MisplacedWorkflow(SourceFile File, Workflow Content) : Artifact(File)
{
    /// <summary>It is in the right directory, and its name lacks <c>.yml</c> or <c>.yaml</c>.</summary>
    public bool LacksEnding => File.Directory == ".github/workflows";

    /// <summary>The directory in which its <c>.github</c> lies; empty for the repository's root.</summary>
    public string Owner =>
        !File.Path.StartsWith(".github/", StringComparison.Ordinal)
        && File.Path.IndexOf("/.github/", StringComparison.Ordinal) is var at and > 0
            ? File.Path[..at]
            : "";
}
