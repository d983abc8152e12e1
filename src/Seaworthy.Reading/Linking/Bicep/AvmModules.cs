using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Modules of the public registry whose parameters are the properties of the resource that they make.</summary>
/// <remarks>Source: Azure Verified Modules, "avm/res/app/container-app", "avm/res/app/job", "avm/res/web/site".</remarks>
internal static class AvmModules
{
    private static readonly string[] Registries = ["br/public:", "br:mcr.microsoft.com/bicep/"];

    /// <summary>The kind of resource; null for another module.</summary>
    public static string? KindOf(string path)
    {
        var registry = Array.Find(Registries, registry => path.StartsWith(registry, StringComparison.Ordinal));
        return registry is null
            ? null
            : path[registry.Length..].Split(':')[0] switch
            {
                "avm/res/app/container-app" => AzureKinds.ContainerApp,
                "avm/res/app/job" => AzureKinds.Job,
                "avm/res/web/site" => AzureKinds.Site,
                _ => null,
            };
    }

    public static CloudValue.Map Body(string kind, CloudValue.Map parameters, SourceSpan span)
    {
        CloudValue properties =
            kind == AzureKinds.Site
                ? Map(("siteConfig", parameters["siteConfig"]))
                : Map(
                    ("template", Map(("containers", parameters["containers"]))),
                    (
                        "configuration",
                        Map(("ingress", Map(("targetPort", parameters["ingressTargetPort"]))), ("secrets", parameters["secrets"]))
                    )
                );
        return Map(
            ("name", parameters["name"]),
            ("kind", parameters["kind"]),
            ("tags", parameters["tags"]),
            ("properties", properties),
            ("settings", parameters["appSettingsKeyValuePairs"] ?? Settings(parameters["configs"]))
        );

        CloudValue.Map Map(params ReadOnlySpan<(string Key, CloudValue? Value)> pairs)
        {
            List<CloudEntry> entries = [];
            foreach (var (key, value) in pairs)
            {
                if (value is not null)
                {
                    entries.Add(new CloudEntry(key, value, value.Span));
                }
            }

            return new CloudValue.Map(entries, span);
        }
    }

    private static CloudValue? Settings(CloudValue? configurations) =>
        configurations?.Items.FirstOrDefault(item => item["name"]?.Known == "appsettings")?["properties"];
}
