using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A secret at the top level.</summary>
/// <remarks>Source: the Compose specification, "Secrets top-level element".</remarks>
public sealed record ComposeSecret(Fact<string> Name, SourceSpan Span)
{
    public Template? ActualName { get; init; }

    /// <summary>The file it is read from, relative to the project directory.</summary>
    public Template? File { get; init; }

    /// <summary>The variable of the caller it is read from.</summary>
    public Template? Environment { get; init; }

    public ComposeFlag? External { get; init; }

    public bool IsExternal => External?.Value is true;
}
