using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>Compose projects to targets, their services to workloads.</summary>
internal static class ComposeTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, ListeningLinker listening, JvmBuiltImages built)
    {
        var images = deployment
            .Images.SelectMany(image => image.Build.Places, (image, place) => new { image, place })
            .ToLookup(pair => pair.place, pair => pair.image);
        return deployment.ComposeStacks.Select(stack => Target(new ComposeWorkloads(deployment, stack, images, built, listening), stack));
    }

    private static Target Target(ComposeWorkloads workloads, ComposeStack stack) =>
        new()
        {
            Name = stack.Name,
            Kind = TargetKind.Compose,
            Environment = stack.Environment,
            EnvironmentBecause = stack.EnvironmentBecause,
            Files = [.. stack.Project.AllFiles.Select(file => file.File)],
            Workloads = workloads.Link(),
            ExternalHosts = HostNames.Of(stack.Project.Services.SelectMany(ExternalHosts)),
            ExternalNetworks =
            [
                .. stack
                    .Project.Networks.Where(network => network.IsExternal)
                    .Select(network => network.Name with { Value = stack.NameOfNetwork(network.Name.Value) }),
            ],
            PartialBecause = stack.PartialBecause,
        };

    private static IEnumerable<string> ExternalHosts(ComposeService service) =>
        service.ExtraHosts.Select(host => host.Name.Value).Concat(service.ExternalLinks.Select(link => (link.Alias ?? link.Service).Value));
}
