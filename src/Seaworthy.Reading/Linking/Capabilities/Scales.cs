using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>The scale of a repository, from what it runs and how that reaches users.</summary>
internal static class Scales
{
    private const int Many = 4;

    public static Scale Of(DeployedParts parts)
    {
        var services = Services(parts);
        var deployed = parts.Deliveries;
        if (parts.Servers.Count == 0 && services.Count == 0)
        {
            return Still(parts, deployed);
        }

        if (deployed.Count == 0)
        {
            return new Scale(
                ScaleKind.Prototype,
                services.Count > 0 ? services : [.. parts.Servers.OrderByDescending(server => server.Routes.Count).Take(1).Select(Named)]
            );
        }

        return services.Count >= Many ? new Scale(ScaleKind.Fleet, [.. services, .. deployed])
            : Data(parts) is { } data ? new Scale(ScaleKind.ServiceWithData, [data, .. services, .. deployed])
            : new Scale(ScaleKind.SingleService, [.. services, .. deployed]);
    }

    // A store that it runs itself, or the schema that a pipeline or its start brings up to date in one that a platform runs.
    private static Fact<string>? Data(DeployedParts parts) =>
        parts.Stores.Select(store => new Fact<string>(store.Name, store.Span)).FirstOrDefault()
        ?? parts
            .Deployment.Migrations.Where(history =>
                history.IgnoredBecause is null && history.Component is { } component && parts.Servers.Contains(component)
            )
            .SelectMany(history => history.RunBy)
            .FirstOrDefault();

    private static Scale Still(DeployedParts parts, IReadOnlyList<Fact<string>> deployed)
    {
        var sites = parts
            .Deployment.Components.Where(component => component.IsStaticSite && component.Manifests.Count > 0)
            .Take(1)
            .ToList();
        var libraries = parts
            .Deployment.Of<Manifest>()
            .Where(manifest => manifest is { Name: not null, Version: not null } and not PackageJson { IsPrivate: true })
            .Take(1)
            .ToList();
        return sites.Count > 0 ? new Scale(ScaleKind.StaticSite, [.. sites.Select(Named), .. deployed])
            : libraries.Count > 0 ? new Scale(ScaleKind.Library, [.. libraries.Select(manifest => manifest.Name).OfType<Fact<string>>()])
            : Scale.None;
    }

    /// <summary>Services of the repository, each named once, whatever targets run it. Files for a browser are none.</summary>
    private static List<Fact<string>> Services(DeployedParts parts) =>
        [
            .. parts
                .Own.Where(workload => workload.Components.Count == 0 || workload.Components.Any(component => !component.IsStaticSite))
                .OrderBy(workload => workload.Environment == TargetEnvironment.Development ? 1 : 0)
                .GroupBy(workload => workload.Name, StringComparer.OrdinalIgnoreCase)
                .Select(same => new Fact<string>(same.Key, same.First().Span)),
        ];

    /// <summary>What brings it to users: a pipeline or script that deploys or pushes images, a cluster, a platform, a target that calls itself production.</summary>
    public static IEnumerable<Fact<string>> DeliveredBy(DeployedParts parts) =>
        parts
            .Pipelines.SelectMany(pipeline =>
                pipeline
                    .Jobs.Where(job => job.NeverRunsBecause is null && job.Steps.Any(Delivers))
                    .Take(1)
                    .Select(job => new Fact<string>(pipeline.Declared.File.Path, job.Span))
            )
            .Concat(
                parts
                    .Targets.Where(target =>
                        DeployedParts.IsPlatform(target.Kind)
                        || target.Kind == TargetKind.Kubernetes
                        || target.Environment is TargetEnvironment.Production or TargetEnvironment.Staging
                    )
                    .Where(target => target.Environment != TargetEnvironment.Development)
                    .Select(target => new Fact<string>(target.Name, target.Workloads[0].Span))
            );

    private static bool Delivers(PipelineStep step) =>
        !step.RunsOnlyAfterFailure && step.Intents.Any(intent => intent is StepIntent.Deploy or StepIntent.PushImage);

    private static Fact<string> Named(Component component) => new(component.Title, DeployedParts.PlaceOf(component));
}
