using Seaworthy.Model;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>The runtime versions that manifests demand of images, for each command that reads them, and for each process that needs the build.</summary>
internal static class RuntimeDemands
{
    public static IReadOnlyList<RuntimeDemand> Link(Deployment deployment)
    {
        ManifestDemands manifests = new(deployment);
        ProcessDemands processes = new(deployment);
        return
        [
            .. deployment
                .Images.SelectMany(image => image.Stages.SelectMany(stage => OfStage(image, stage, manifests)).Concat(processes.Of(image)))
                .DistinctBy(demand => new { demand.Held.Span, Wanted = demand.Demand.Span }),
        ];
    }

    private static IEnumerable<RuntimeDemand> OfStage(Image image, ImageStage stage, ManifestDemands manifests) =>
        StageRuntime.Of(image, stage) is not { } held
            ? []
            : stage
                .Commands.SelectMany(command => manifests.Of(command, held.Value).Concat(NewestToolDemands.Of(command, held.Value)))
                .Select(found => Judge(image, held, found))
                .OfType<RuntimeDemand>();

    private static RuntimeDemand? Judge(Image image, Fact<ImageRuntime> held, ManifestDemand found) =>
        VersionRange.Parse(found.Range, held.Value.Runtime) is not { } range
            ? null
            : new RuntimeDemand(image.Name, held, found.Demand, found.By)
            {
                IsMet = range.Accepts(held.Value.Line),
                Refusal = found.Refusal,
                Newest = found.Newest,
                IsOnlyWarned = found.IsOnlyWarned,
                IsForDevelopment = image.IsForDevelopment,
            };
}
