using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Whether a program uses the Docker socket, which belongs to root and controls the host.</summary>
internal static class DockerClient
{
    private const string Socket = "docker.sock";

    // The clients of Docker's API by the names that manifests call them.
    private static readonly HashSet<string> Libraries = new(StringComparer.OrdinalIgnoreCase)
    {
        "docker",
        "aiodocker",
        "dockerode",
        "docker-api",
        "Docker.DotNet",
        "github.com/docker/docker",
        "github.com/moby/moby/client",
        "github.com/fsouza/go-dockerclient",
        "bollard",
        "com.github.docker-java:docker-java",
    };

    /// <summary>Where the socket is given to it, or to the service of a repository whose one program it is that asks for such a client; null when nothing says so.</summary>
    public static SourceSpan? SocketOf(Image image, Deployment deployment) =>
        Mounted(deployment.WorkloadsOf(image.Dockerfile))
        ?? (
            image
                .Components.SelectMany(component => component.Manifests)
                .OfType<Manifest>()
                .SelectMany(manifest => manifest.Dependencies)
                .Any(package => package is { Kind: DependencyKind.Runtime, IsIndirect: false } && Libraries.Contains(package.Name))
                ? Mounted(deployment.Workloads.Where(workload => workload.Public is null))
                : null
        );

    private static SourceSpan? Mounted(IEnumerable<Workload> workloads) =>
        workloads
            .SelectMany(workload => workload.Mounts)
            .Where(mount =>
                mount.Path.EndsWith(Socket, StringComparison.Ordinal) || mount.Source?.EndsWith(Socket, StringComparison.Ordinal) is true
            )
            .Select(mount => (SourceSpan?)mount.Span)
            .FirstOrDefault();
}
