using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Processes of a Procfile.</summary>
/// <remarks>Source: Heroku Dev Center, "The Procfile", "Runtime Principles", "Web servers": <c>web</c> listens on PORT.</remarks>
internal static class ProcfileTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, PlatformWorkloads workloads) =>
        deployment
            .Of<Procfile>()
            // Procfile.dev is for a process manager on the developer's machine.
            .Where(procfile => procfile.File.Name == "Procfile")
            .Select(procfile =>
                PlatformTargets.Target(
                    procfile.File,
                    TargetKind.Procfile,
                    [.. procfile.Processes.Select(process => Workload(procfile, process, workloads))]
                )
            );

    private static Workload Workload(Procfile procfile, ProcfileProcess process, PlatformWorkloads workloads) =>
        workloads.Complete(
            new Workload
            {
                Name = process.Name.Value,
                TargetName = procfile.File.Path,
                Kind = TargetKind.Procfile,
                Environment = PlatformTargets.EnvironmentOf(procfile.File),
                Span = process.Name.Span,
                Components = workloads.ComponentsStarted(procfile.File.Directory, process.Command),
                Start = PlatformWorkloads.Start(process.Command, null),
                PortAssignedBy = process.Name.Value == "web" ? "Heroku" : null,
                IsOneShot = process.Name.Value == "release",
            },
            []
        );
}
