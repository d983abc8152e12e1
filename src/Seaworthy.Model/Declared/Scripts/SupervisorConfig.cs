using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>What supervisord starts beside each other and keeps running: often all that a container is for.</summary>
/// <remarks>Source: Supervisor documentation, "Configuration File".</remarks>
public sealed record SupervisorConfig(SourceFile File, IReadOnlyList<SupervisorProgram> Programs) : Artifact(File)
{
    /// <summary>Patterns of further files, relative to this one.</summary>
    public IReadOnlyList<Fact<string>> Includes { get; init; } = [];

    /// <summary>The user to switch to, for itself and for each program; only root can switch.</summary>
    public IReadOnlyList<Fact<string>> Users { get; init; } = [];
}
