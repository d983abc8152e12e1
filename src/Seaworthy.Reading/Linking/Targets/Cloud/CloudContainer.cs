using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>A container that a cloud runs, whichever declares it: before its image, its start and its listeners are looked for.</summary>
/// <param name="Name">Its own name, else that of its resource.</param>
internal sealed record CloudContainer(string Name, SourceSpan Span)
{
    /// <summary>The name of the resource or family that it is part of.</summary>
    public string Owner { get; init; } = "";

    public CloudValue? Image { get; init; }

    /// <summary>The place of the declaration that builds its image, whatever name that gets.</summary>
    public SourceSpan? BuiltAt { get; init; }

    /// <summary>The directory whose program the platform builds and runs by itself.</summary>
    public string? Directory { get; init; }

    /// <summary>The directory that the platform builds: by the Dockerfile in it, else by itself.</summary>
    public string? Source { get; init; }

    /// <summary>A text for the shell that starts it.</summary>
    public CloudValue? Script { get; init; }

    /// <summary>Replaces the entry point of the image.</summary>
    public CloudValue? EntryPoint { get; init; }

    /// <summary>Replaces the command of the image.</summary>
    public CloudValue? Command { get; init; }

    public IReadOnlyList<SuppliedVariable> Variables { get; init; } = [];

    public string? MoreVariablesBecause { get; init; }

    public IReadOnlyList<PortBinding> Ports { get; init; } = [];

    public IReadOnlyList<Probe> Probes { get; init; } = [];

    /// <summary>A command that is run inside: a text for the shell, or words.</summary>
    public CloudValue? Check { get; init; }

    public IReadOnlyList<Mount> Mounts { get; init; } = [];

    public IReadOnlyList<string> Sidecars { get; init; } = [];

    public bool IsOneShot { get; init; }
}
