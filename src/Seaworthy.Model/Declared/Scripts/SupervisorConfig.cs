using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>What supervisord starts beside each other and keeps running: often all that a container is for.</summary>
/// <remarks>Source: Supervisor documentation, "Configuration File".</remarks>
public sealed record SupervisorConfig(SourceFile File, IReadOnlyList<SupervisorProgram> Programs) : Artifact(File)
{
    /// <summary>Patterns of further files, relative to this one.</summary>
    public IReadOnlyList<Fact<string>> Includes { get; init; } = [];

    /// <summary>Who it is to become, itself and for each program, which only root can.</summary>
    public IReadOnlyList<Fact<string>> Users { get; init; } = [];
}
