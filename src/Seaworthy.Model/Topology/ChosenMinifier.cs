using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A minifier that the settings of a bundler choose, and that the bundler does not bring.</summary>
/// <param name="Package">The package that it is: <c>terser</c>.</param>
/// <param name="Span">The setting.</param>
/// <param name="Manifest">The manifest that asks for the bundler.</param>
/// <param name="Bundler">The line that does.</param>
public sealed record ChosenMinifier(string Package, SourceSpan Span, SourceFile Manifest, SourceSpan Bundler)
{
    /// <summary>Where it is asked for; null when no manifest above does.</summary>
    public SourceSpan? AskedFor { get; init; }

    /// <summary>The lock file that says what is installed; null when there is none that was read.</summary>
    public SourceFile? Lock { get; init; }

    /// <summary>Another package brings it, as the lock file says.</summary>
    public bool IsBrought { get; init; }
}
