namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>The readers of Dockerfiles and .dockerignore files.</summary>
internal static class DockerfilesReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new DockerIgnoreReader(), new DockerfileReader()];
}
