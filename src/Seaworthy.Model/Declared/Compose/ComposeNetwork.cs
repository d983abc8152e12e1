using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A network at the top level.</summary>
/// <remarks>Source: the Compose specification, "Networks top-level element".</remarks>
public sealed record ComposeNetwork(Fact<string> Name, SourceSpan Span)
{
    /// <summary>The name outside of the project, when given.</summary>
    public Template? ActualName { get; init; }

    public Template? Driver { get; init; }

    public IReadOnlyList<ComposeVariable> DriverOptions { get; init; } = [];

    /// <summary>Made elsewhere: Compose fails when it is absent.</summary>
    public ComposeFlag? External { get; init; }

    /// <summary>Cut off from the outside.</summary>
    public ComposeFlag? Internal { get; init; }

    public ComposeFlag? Attachable { get; init; }

    public IReadOnlyList<Template> Subnets { get; init; } = [];

    public bool IsExternal => External?.Value is true;
}
