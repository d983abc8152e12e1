using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>An address that a container is given for browsers: nobody in the container calls it.</summary>
internal static class BrowserAddress
{
    // Words of a Content-Security-Policy, which a file may break into several lines.
    private static readonly string[] PolicyWords =
    [
        "Content-Security-Policy",
        "connect-src",
        "default-src",
        "frame-src",
        "img-src",
        "form-action",
    ];

    public static bool Is(Workload caller, EndpointUse use, Deployment deployment) =>
        use.Variable is { } variable
        && (
            HasAnotherForItself(caller, variable)
            || IsForPolicy(variable, caller, deployment)
            || (caller.Start is { } start && FillsPage($"{start.Span.Text} {start.Text}"))
        );

    /// <summary>Beside <c>S3_INTERNAL_ENDPOINT</c>, <c>S3_ENDPOINT</c> is for browsers.</summary>
    private static bool HasAnotherForItself(Workload caller, string variable) =>
        caller.Supplied.Any(other =>
            other.Name.Contains("INTERNAL_", StringComparison.Ordinal)
            && other.Name.Replace("INTERNAL_", "", StringComparison.Ordinal) == variable
        );

    /// <summary>A web server reads no variable: what <c>envsubst</c> writes into a script of its page, browsers call.</summary>
    private static bool FillsPage(string start) =>
        start.Contains("envsubst", StringComparison.Ordinal)
        && start.Contains("nginx", StringComparison.Ordinal)
        && !start.Contains(".conf", StringComparison.Ordinal)
        && (start.Contains(".js", StringComparison.Ordinal) || start.Contains(".html", StringComparison.Ordinal));

    /// <summary>A web server writes the variable into its Content-Security-Policy and nowhere else, which browsers apply: <c>connect-src 'self' {$ACCOUNTS_URL}</c>.</summary>
    /// <remarks>Source: W3C, "Content Security Policy Level 3", "connect-src".</remarks>
    private static bool IsForPolicy(string variable, Workload caller, Deployment deployment) =>
        caller.Image?.Dockerfile.File.Directory is { } directory
        && !caller.Components.Any(component => component.Reads(name => name == variable))
        && deployment
            .Artifacts.Where(artifact => artifact is CaddyFile or NginxFile && artifact.File.IsBelow(directory))
            .SelectMany(artifact => artifact.File.Text.Split('\n'))
            .Where(line =>
                line.Contains($"{{${variable}}}", StringComparison.Ordinal)
                || line.Contains($"{{${variable}:", StringComparison.Ordinal)
                || line.Contains($"${{{variable}}}", StringComparison.Ordinal)
            )
            .ToList()
            is { Count: > 0 } lines
        && lines.TrueForAll(line => Array.Exists(PolicyWords, word => line.Contains(word, StringComparison.Ordinal)));
}
