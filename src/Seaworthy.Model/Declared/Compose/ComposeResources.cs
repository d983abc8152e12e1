using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>Limits or reservations of <c>deploy.resources</c>.</summary>
public sealed record ComposeResources(SourceSpan Span)
{
    public Template? Cpus { get; init; }

    public Template? Memory { get; init; }

    public Template? Pids { get; init; }

    /// <summary>Asks for devices, as a GPU.</summary>
    public bool HasDevices { get; init; }
}
