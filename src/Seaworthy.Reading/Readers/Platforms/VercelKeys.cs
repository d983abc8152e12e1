namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The keys of vercel.json, with those of former years; Vercel stops a deployment at others: "should NOT have additional property".</summary>
/// <remarks>Sources: Vercel documentation, "Static Configuration with vercel.json" and "Invalid vercel.json file"; the schema at openapi.vercel.sh/vercel.json.</remarks>
internal static class VercelKeys
{
    public static IReadOnlyCollection<string> Top { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "$schema",
            "alias",
            "build",
            "buildCommand",
            "builds",
            "bunVersion",
            "cleanUrls",
            "crons",
            "customErrorPage",
            "devCommand",
            "env",
            "experimentalServiceGroups",
            "experimentalServices",
            "files",
            "fluid",
            "framework",
            "functionFailoverRegions",
            "functions",
            "git",
            "github",
            "headers",
            "ignoreCommand",
            "images",
            "installCommand",
            "meta",
            "microfrontends",
            "name",
            "nodeVersion",
            "outputDirectory",
            "passiveRegions",
            "probes",
            "projectSettings",
            "public",
            "redirects",
            "regions",
            "relatedProjects",
            "rewrites",
            "routes",
            "scope",
            "services",
            "speedInsights",
            "target",
            "trailingSlash",
            "type",
            "version",
            "webAnalytics",
            "wildcard",
        };
}
