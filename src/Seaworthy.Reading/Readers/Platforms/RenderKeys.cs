namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The keys of a Blueprint; Render refuses others.</summary>
/// <remarks>Source: Render documentation, "Blueprint YAML Reference". The keys of all types of service stand together; which type accepts which is not checked.</remarks>
internal static class RenderKeys
{
    public static IReadOnlyCollection<string> Top { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "version",
            "services",
            "databases",
            "envVarGroups",
            "projects",
            "ungrouped",
            "previews",
            "previewsEnabled",
            "previewsExpireAfterDays",
        };

    public static IReadOnlyCollection<string> Service { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "type",
            "name",
            "runtime",
            "env",
            "plan",
            "region",
            "repo",
            "branch",
            "autoDeploy",
            "autoDeployTrigger",
            "rootDir",
            "buildFilter",
            "buildCommand",
            "startCommand",
            "preDeployCommand",
            "initialDeployHook",
            "dockerCommand",
            "dockerContext",
            "dockerfilePath",
            "registryCredential",
            "image",
            "healthCheckPath",
            "envVars",
            "disk",
            "numInstances",
            "scaling",
            "domain",
            "domains",
            "customDomains",
            "renderSubdomainPolicy",
            "headers",
            "routes",
            "staticPublishPath",
            "schedule",
            "maxShutdownDelaySeconds",
            "maintenanceMode",
            "ipAllowList",
            "maxmemoryPolicy",
            "persistenceMode",
            "pullRequestPreviewsEnabled",
            "previews",
            "previewPlan",
            "cache",
            "networking",
            "permissions",
        };

    public static IReadOnlyCollection<string> Variable { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "key",
            "value",
            "generateValue",
            "sync",
            "previewValue",
            "fromDatabase",
            "fromService",
            "fromGroup",
        };

    public static IReadOnlyCollection<string> Database { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "name",
            "databaseName",
            "user",
            "plan",
            "previewPlan",
            "region",
            "postgresMajorVersion",
            "diskSizeGB",
            "previewDiskSizeGB",
            "storageAutoscalingEnabled",
            "highAvailability",
            "readReplicas",
            "readReplica",
            "ipAllowList",
            "connectionPooling",
            "parameterOverrides",
            "version",
            "datadogAPIKey",
            "datadogSite",
        };
}
