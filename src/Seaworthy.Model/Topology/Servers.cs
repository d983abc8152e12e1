namespace Seaworthy.Model.Topology;

/// <summary>
/// Where a server of the repository runs: in the workloads of its targets; where no target runs anything of the repository, alone, as its image or its platform starts it.
/// A repository that is deployed by hand, or by a pipeline onto a platform that keeps the settings, has a server all the same.
/// </summary>
public static class Servers
{
    private const string More = "nothing here says where it runs, and with which variables";

    private static readonly PerDeployment<ILookup<string, Workload>> Lone = new(deployment =>
        Alone(deployment).ToLookup(workload => workload.Components[0].Root, StringComparer.Ordinal)
    );

    /// <summary>The workloads in which a component runs, or its lone server.</summary>
    public static IEnumerable<Workload> Of(Deployment deployment, Component component)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(component);
        return deployment.WorkloadsOfRoot(component.Root).Concat(Lone.Of(deployment)[component.Root]);
    }

    /// <summary>Nothing in the repository says where it runs.</summary>
    public static bool IsAlone(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return workload.SuppliesMoreBecause == More;
    }

    private static IEnumerable<Workload> Alone(Deployment deployment)
    {
        if (deployment.Workloads.Any(workload => workload.Components.Count > 0))
        {
            yield break;
        }

        var isDeployed =
            deployment.Pipelines.Any(pipeline => pipeline.Jobs.Any(job => job.Deploys))
            || deployment.Capabilities.Any(capability =>
                capability is { Kind: CapabilityKind.DeploymentText, Level: CapabilityLevel.Present }
            );
        var images = deployment
            .Images.SelectMany(image => image.Components, (image, component) => new { image, component.Root })
            .ToLookup(pair => pair.Root, pair => pair.image, StringComparer.Ordinal);
        foreach (var component in deployment.Components.Where(IsServer))
        {
            var image = images[component.Root].FirstOrDefault();
            if (image is not null || isDeployed)
            {
                yield return new Workload
                {
                    Name = component.Title,
                    TargetName = component.Title,
                    Kind = TargetKind.Script,
                    Span = image?.Final.Declared.Span ?? component.DeclaredIn.Whole,
                    Image = image,
                    Components = [component],
                    Supplied = image?.Environment ?? [],
                    SuppliesMoreBecause = More,
                };
            }
        }
    }

    private static bool IsServer(Component component) =>
        component is { IsStaticSite: false, IsForPhones: false, Routes.Count: > 0 } && !component.Routes.All(route => route.IsStatic);
}
