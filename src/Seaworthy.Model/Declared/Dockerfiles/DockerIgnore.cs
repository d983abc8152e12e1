using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>A <c>.dockerignore</c> (Podman: <c>.containerignore</c>), or the <c>X.dockerignore</c> that is beside the Dockerfile <c>X</c> and beats it.</summary>
public sealed record DockerIgnore(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<IgnorePattern> Patterns { get; init; } = [];
}
