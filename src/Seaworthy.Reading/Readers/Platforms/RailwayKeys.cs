namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The keys of railway.json and railway.toml; Railway passes over others.</summary>
/// <remarks>Sources: Railway documentation, "Config as Code"; the schema at railway.com/railway.schema.json, to which it refers.</remarks>
internal static class RailwayKeys
{
    public static IReadOnlyCollection<string> Top { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "$schema", "build", "deploy", "environments" };

    public static IReadOnlyCollection<string> Build { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "builder",
            "watchPatterns",
            "buildCommand",
            "buildEnvironment",
            "dockerfilePath",
            "nixpacksConfigPath",
            "nixpacksPlan",
            "nixpacksVersion",
            "railpackVersion",
            "railpackConfigPath",
            "env",
            "args",
        };

    public static IReadOnlyCollection<string> Deploy { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "startCommand",
            "preDeployCommand",
            "numReplicas",
            "multiRegionConfig",
            "region",
            "healthcheckPath",
            "healthcheckTimeout",
            "restartPolicyType",
            "restartPolicyMaxRetries",
            "cronSchedule",
            "overlapSeconds",
            "drainingSeconds",
            "sleepApplication",
            "runtime",
            "limitOverride",
            "requiredMountPath",
            "ipv6EgressEnabled",
            "registryCredentials",
            "useLegacyStacker",
            "env",
        };

    /// <summary>What other platforms call the same.</summary>
    public static IReadOnlyDictionary<string, string> Meant { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["releaseCommand"] = "preDeployCommand",
            ["release_command"] = "preDeployCommand",
            ["dockerfile"] = "dockerfilePath",
            ["healthCheckPath"] = "healthcheckPath",
            ["healthcheck"] = "healthcheckPath",
            ["replicas"] = "numReplicas",
            ["command"] = "startCommand",
        };
}
