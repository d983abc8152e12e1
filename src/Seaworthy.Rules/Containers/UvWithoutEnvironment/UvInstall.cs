using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>An installation by <c>uv pip</c> in a Dockerfile: without a virtual environment, uv requires a place to install to.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Span">The command.</param>
internal sealed record UvInstall(string Subject, SourceSpan Span)
{
    /// <summary>An option, a variable, a file of settings or an environment may say where to.</summary>
    public bool HasPlace { get; init; }

    public bool IsForDevelopment { get; init; }
}
