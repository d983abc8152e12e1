using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Targets.Commanded;

/// <summary>What commands and actions start on servers and platforms, where no file declares it: one target for each job or script, and each platform.</summary>
internal static class CommandedTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, ListeningLinker listening)
    {
        var found = Commands(deployment).Concat(Steps(deployment)).ToList();
        if (found.Count == 0)
        {
            return [];
        }

        CloudWorkloads workloads = new(deployment, listening);
        var perFile = found.GroupBy(one => one.File).ToDictionary(file => file.Key, file => file.DistinctBy(Group).Count());
        return found.GroupBy(Group).Select(group => Target([.. group], perFile[group.First().File] > 1, workloads, deployment));
    }

    private static (TargetKind Kind, SourceFile File, string Subject) Group(Commanded one) => (one.Kind, one.File, one.Subject);

    private static IEnumerable<Commanded> Commands(Deployment deployment)
    {
        foreach (var site in deployment.Commands)
        {
            if (CloudRunServices.Of(site, deployment) is { } service)
            {
                yield return new(TargetKind.CloudRun, site.Subject, service);
            }
            else if (ContainerApps.Of(site, deployment) is { } app)
            {
                yield return new(TargetKind.ContainerApps, site.Subject, app);
            }
            else if (StartedContainers.Of(site) is { } run)
            {
                yield return new(TargetKind.Docker, site.Subject, StartedContainers.Container(run, site, deployment))
                {
                    Run = run,
                    Site = site,
                };
            }
        }
    }

    private static IEnumerable<Commanded> Steps(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        let subject = $"{workflow.File.Name}: {job.Id}"
        from one in new[]
        {
            CloudRunServices.Of(step, workflow, job, deployment) is { } service
                ? new Commanded(TargetKind.CloudRun, subject, service)
                : null,
            ContainerApps.Of(step, workflow, job) is { } app ? new Commanded(TargetKind.ContainerApps, subject, app) : null,
        }
        where one is not null
        select one;

    private static Target Target(List<Commanded> commanded, bool isOneOfSeveral, CloudWorkloads workloads, Deployment deployment)
    {
        var first = commanded[0];
        var name = isOneOfSeveral ? first.Subject : first.File.Path;
        var environment = Environment(first);
        Workload pattern = new()
        {
            Name = name,
            TargetName = name,
            Kind = first.Kind,
            Environment = environment,
            Span = first.Container.Span,
        };
        // Created where it is not there, else updated: one app.
        var each = commanded
            .GroupBy(one => one.Container.Name)
            .Select(same => same.MaxBy(one => one.Container.Ports.Count + one.Container.Variables.Count) ?? same.First())
            .ToList();
        var made = workloads.Of([.. each.Select(one => one.Container)], pattern);
        return new Target
        {
            Name = name,
            Kind = first.Kind,
            Environment = environment,
            Files = [first.File],
            Workloads =
            [
                .. made.Zip(
                    each,
                    (workload, one) =>
                        one is { Run: { } run, Site: { } site } ? StartedContainers.Complete(workload, run, site, deployment) : workload
                ),
            ],
        };
    }

    /// <summary>What is handed to a server or a platform is meant for users, unless the name of the job or of the file says otherwise.</summary>
    private static TargetEnvironment Environment(Commanded one) =>
        new[] { one.Subject.Split(": ")[^1], one.File.Name }
            .Select(EnvironmentName.Of)
            .FirstOrDefault(stated => stated is not (TargetEnvironment.Unstated or TargetEnvironment.Test), TargetEnvironment.Production);

    private sealed record Commanded(TargetKind Kind, string Subject, CloudContainer Container)
    {
        public DockerRunCommand? Run { get; init; }

        public CommandSite? Site { get; init; }

        public SourceFile File => Container.Span.File;
    }
}
