using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container that a file which builds an image makes of it, and all that the file does.</summary>
internal sealed record OwnContainer(DockerRunCommand Container, IReadOnlyList<KnownCommand> Beside)
{
    public static IEnumerable<OwnContainer> Of(Image image, Deployment deployment) =>
        image
            .Build.Places.Select(place => place.File)
            .Distinct()
            .Select(file => deployment.CommandsIn(file).SelectMany(site => site.Known).ToList())
            .SelectMany(known =>
                known
                    .OfType<DockerRunCommand>()
                    .Where(container => Builds(known, container, image))
                    .Select(container => new OwnContainer(container, known))
            );

    private static bool Builds(IEnumerable<KnownCommand> known, DockerRunCommand container, Image image) =>
        container.Image is { } name
        && known
            .OfType<DockerBuildCommand>()
            .Any(build => image.Build.Places.Contains(build.Command.Span) && build.Tags.Any(tag => tag.Raw == name.Raw));
}
