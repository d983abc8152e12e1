using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Platforms;
using Seaworthy.Reading.Linking.Targets.Probes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>Containers of images that no target runs, as <c>docker run</c> starts them: what their HEALTHCHECK asks can be held against the image alone.</summary>
internal static class LoneContainers
{
    private const string More = "the container may be started with more variables";

    public static IReadOnlyList<LoneContainer> Link(Deployment running, CodeModules modules)
    {
        var checkedImages = running
            .Images.Where(image => image.Final.Declared.Down.Any(stage => stage.Healthcheck is { Command: not null }))
            .Where(image => !running.WorkloadsOf(image.Dockerfile).Any())
            .DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
            .ToList();
        if (checkedImages.Count == 0)
        {
            return [];
        }

        ListeningLinker listening = new(running, modules, new CodeValues(modules));
        return
        [
            .. checkedImages
                .Select(image => Of(image, listening))
                .Where(container => container.Probes.Count > 0)
                .Select(container => new LoneContainer(container)),
        ];
    }

    private static Workload Of(Image image, ListeningLinker listening)
    {
        Workload container = new()
        {
            Name = image.Name,
            TargetName = image.Name,
            Kind = TargetKind.Script,
            Span = image.Final.Declared.Span,
            Image = image,
            Components = image.Components,
            Start = PlatformWorkloads.Start(null, image),
            Supplied = image.Environment,
            SuppliesMoreBecause = More,
        };
        container = container with { Listens = listening.Of(container) };
        return container with { Probes = ProbeMentions.Mark(container, ProbeLinker.OfImage(container)) };
    }
}
