using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Model.Topology;

/// <summary>One command of a RUN instruction: where it runs, and what the stage holds just before it.</summary>
/// <param name="Directory">Null when it cannot be told.</param>
public sealed record StageCommand(DockerInstruction.Run Run, ShellCommand Command, string? Directory, ImageFiles Before);
