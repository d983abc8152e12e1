using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Images of which only the files are taken, by <c>docker export</c>, such as the root of a plugin: user, ports and health check are lost.</summary>
/// <remarks>Source: Docker documentation, "docker container export", "docker plugin create".</remarks>
internal static class ExportedImage
{
    /// <summary>No target runs it, and a file that builds it makes a container of it to export.</summary>
    public static bool Is(Image image, Deployment deployment) =>
        !deployment.WorkloadsOf(image).Any() && OwnContainer.Of(image, deployment).Any(own => Exports(own.Beside, own.Container));

    private static bool Exports(IEnumerable<KnownCommand> known, DockerRunCommand container) =>
        container.Name is { } name
        && known.OfType<DockerCommand>().Any(command => command.Verb == "export" && command.Arguments.Any(word => word.Raw == name.Raw));
}
