using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A named volume at the top level.</summary>
/// <remarks>Source: the Compose specification, "Volumes top-level element".</remarks>
public sealed record ComposeVolume(Fact<string> Name, SourceSpan Span)
{
    /// <summary>The name outside of the project, when given.</summary>
    public Template? ActualName { get; init; }

    public Template? Driver { get; init; }

    public IReadOnlyList<ComposeVariable> DriverOptions { get; init; } = [];

    /// <summary>Made elsewhere: Compose fails when it is absent.</summary>
    public ComposeFlag? External { get; init; }

    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    public bool IsExternal => External?.Value is true;
}
