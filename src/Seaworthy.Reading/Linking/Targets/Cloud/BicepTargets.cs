using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Bicep;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>What templates of Bicep deploy to targets: one for each set of values.</summary>
internal static class BicepTargets
{
    // Sources: Azure CLI, "az containerapp update", "az webapp config appsettings set"; Azure/appservice-settings.
    private static readonly string[] Setters = ["--set-env-vars", "--replace-env-vars", "appsettings set", "appservice-settings"];

    public static IEnumerable<Target> Link(Deployment deployment, CloudWorkloads workloads)
    {
        var deployments = BicepDeployment.Of(deployment);
        if (deployments.Count == 0)
        {
            yield break;
        }

        var more = deployment.Artifacts.Any(artifact => BicepInputs.MayDeploy(artifact) && Array.Exists(Setters, artifact.File.Mentions))
            ? "a pipeline or script sets variables after the deployment"
            : null;
        foreach (var made in deployments)
        {
            AzureContainers containers = new(new AzdServices(deployment, made.Root), new AzureSites(made.Resources), more);
            List<CloudContainer> found = [.. made.Resources.SelectMany(containers.Of)];
            if (found.Count > 0)
            {
                yield return Target(made, found, workloads, deployments.Count(other => other.Root == made.Root) > 1);
            }
        }
    }

    private static Target Target(BicepDeployment made, List<CloudContainer> found, CloudWorkloads workloads, bool isOneOfSeveral)
    {
        var name = isOneOfSeveral && made.Values is { } values ? values.File.Path : made.Root.File.Path;
        Workload pattern = new()
        {
            Name = name,
            TargetName = name,
            Kind = TargetKind.Bicep,
            Environment = made.Environment,
            Span = made.Root.File.Whole,
        };
        return new Target
        {
            Name = name,
            Kind = TargetKind.Bicep,
            Environment = made.Environment,
            Files = made.Files,
            Workloads = workloads.Of(found, pattern),
            // Apps of one environment reach each other by their names.
            ExternalHosts = HostNames.Of(
                made.Resources.Where(resource => resource.Kind == AzureKinds.ContainerApp)
                    .Select(resource => resource.Body["name"]?.Known)
                    .OfType<string>()
            ),
        };
    }
}
