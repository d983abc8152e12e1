using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A framework that chooses its mode by a variable, in something that runs in production.</summary>
/// <param name="Framework">The framework, and its variables.</param>
/// <param name="Subject">What runs it: <c>web in k8s</c>, <c>Dockerfile</c>.</param>
/// <param name="Span">Where it is declared.</param>
internal sealed record FrameworkMode(ModalFramework Framework, Image Image, string Subject, SourceSpan Span)
{
    /// <summary>Where the mode is set; null when nothing sets it.</summary>
    public SourceSpan? SetAt { get; init; }

    /// <summary>The line that sets the mode for development, in a file that ends in the image: Symfony's <c>.env</c>.</summary>
    public SourceSpan? Default { get; init; }

    /// <summary>What starts.</summary>
    public SourceSpan? Start { get; init; }

    /// <summary>Why the mode may be set where nobody here sees it; null when it is not.</summary>
    public string? UnknownBecause { get; init; }
}
