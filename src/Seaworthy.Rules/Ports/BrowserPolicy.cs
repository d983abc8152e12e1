using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The Content-Security-Policy that a web server sends along: browsers apply it, and nobody in the container calls what it names.</summary>
/// <remarks>Source: W3C, "Content Security Policy Level 3", "connect-src".</remarks>
internal static class BrowserPolicy
{
    // Words of a Content-Security-Policy, which a file may break into several lines.
    private static readonly string[] Words =
    [
        "Content-Security-Policy",
        "connect-src",
        "default-src",
        "frame-src",
        "img-src",
        "form-action",
    ];

    /// <summary>A web server writes the variable there and nowhere else: <c>connect-src 'self' {$ACCOUNTS_URL}</c>.</summary>
    public static bool IsAllFor(string variable, Workload caller, Deployment deployment) =>
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
        && lines.TrueForAll(line => Array.Exists(Words, word => line.Contains(word, StringComparison.Ordinal)));
}
