using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Secrets of container apps that variables take by their name.</summary>
/// <remarks>Source: Azure Container Apps, "Manage secrets in Azure Container Apps": a <c>secretRef</c> names a secret of the same app.</remarks>
internal static class ContainerAppSecrets
{
    public static IEnumerable<NameUse> Find(Deployment deployment) =>
        from made in BicepDeployment.Of(deployment)
        from resource in made.Resources
        where
            resource.Kind is AzureKinds.ContainerApp or AzureKinds.Job && resource.Declared is Model.Declared.Bicep.BicepStatement.Resource
        let properties = resource.Body["properties"]
        from container in properties?["template"]?["containers"]?.Items ?? []
        from variable in container["env"]?.Items ?? []
        let secret = variable["secretRef"]
        where secret?.Known is not null
        select Use(secret, resource, properties["configuration"]);

    private static NameUse Use(CloudValue secret, BicepResource resource, CloudValue? configuration)
    {
        var name = secret.Known ?? "";
        var secrets = configuration?["secrets"];
        var known = (secrets?.Items ?? []).Select(item => item["name"]?.Known).ToList();
        return new NameUse(
            NameRole.ContainerAppSecret,
            name,
            secret.Span,
            resource.Symbol,
            (secrets?.Items ?? []).FirstOrDefault(item => item["name"]?.Known == name)?.Span
        )
        {
            In = resource.Declared.Span.File.Path,
            Candidates = [.. known.OfType<string>()],
            UnknownBecause =
                known.Contains(name) ? null
                : secrets is null && configuration is CloudValue.Map { More: null } ? null
                : secrets?.MoreBecause
                    ?? (secrets is CloudValue.List && !known.Contains(null) ? null : "names of its secrets are known only at deployment"),
        };
    }
}
