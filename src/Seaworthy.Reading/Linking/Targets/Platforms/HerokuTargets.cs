using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Processes of a heroku.yml, each in the image that is built for it.</summary>
/// <remarks>Source: Heroku Dev Center, "Building Docker Images with heroku.yml".</remarks>
internal static class HerokuTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, PlatformWorkloads workloads) =>
        deployment
            .Of<HerokuManifest>()
            .Select(heroku =>
                PlatformTargets.Target(
                    heroku.File,
                    TargetKind.Heroku,
                    [.. heroku.Images.Select(image => Workload(heroku, image, workloads))]
                )
            );

    private static Workload Workload(HerokuManifest heroku, HerokuImage built, PlatformWorkloads workloads)
    {
        var image = workloads.ImageBuiltAt(built.Span);
        var process = heroku.Processes.FirstOrDefault(process => process.Name.Value == built.Process.Value);
        return workloads.Complete(
            new Workload
            {
                Name = built.Process.Value,
                TargetName = heroku.File.Path,
                Kind = TargetKind.Heroku,
                Environment = PlatformTargets.EnvironmentOf(heroku.File),
                Span = built.Process.Span,
                Image = image,
                Start = PlatformWorkloads.Start(process?.Command, image),
                PortAssignedBy = built.Process.Value == "web" ? "Heroku" : null,
            },
            []
        );
    }
}
