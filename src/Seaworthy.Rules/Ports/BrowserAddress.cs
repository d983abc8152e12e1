using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>An address set for browsers: nothing in the container calls it.</summary>
internal static class BrowserAddress
{
    public static bool Is(Workload caller, EndpointUse use, Deployment deployment) =>
        use.Variable is { } variable
        && (HasAnotherForItself(caller, variable) || IsForPolicy(variable, caller, deployment) || caller.Start is { FillsPages: true });

    /// <summary>Beside <c>S3_INTERNAL_ENDPOINT</c>, <c>S3_ENDPOINT</c> is for browsers.</summary>
    private static bool HasAnotherForItself(Workload caller, string variable) =>
        caller.Supplied.Any(other =>
            other.Name.Contains("INTERNAL_", StringComparison.Ordinal)
            && other.Name.Replace("INTERNAL_", "", StringComparison.Ordinal) == variable
        );

    /// <summary>A web server uses the variable only in its Content-Security-Policy, for browsers: <c>connect-src 'self' {$ACCOUNTS_URL}</c>.</summary>
    /// <remarks>Source: W3C, "Content Security Policy Level 3", "connect-src".</remarks>
    private static bool IsForPolicy(string variable, Workload caller, Deployment deployment) =>
        caller.Image?.Dockerfile.File.Directory is { } directory
        && !caller.Components.Any(component => component.Reads(name => name == variable))
        && PolicyVariables.IsNowhereElse(
            variable,
            deployment
                .Artifacts.Where(artifact => artifact is CaddyFile or NginxFile && artifact.File.IsBelow(directory))
                .Select(artifact => artifact.File)
        );
}
