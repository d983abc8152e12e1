using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>An installation of Python packages in a Dockerfile by the system's pip, which the system may not allow.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Base">The base image, and where it is named.</param>
/// <param name="Pip">Where the system's pip is installed.</param>
/// <param name="Span">The command.</param>
internal sealed record SystemPipInstall(string Subject, Fact<string> Base, SourceSpan Pip, SourceSpan Span)
{
    /// <summary>The release that marks its Python as its own; null where nothing does, or the command overrides the mark.</summary>
    public string? RefusedBy { get; init; }

    public bool IsForDevelopment { get; init; }
}
