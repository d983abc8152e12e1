using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether requests from outside are encrypted, where the way in is declared: an Ingress with a host of its own, a compose project that takes port 80 of its machine.</summary>
internal static class Encryptions
{
    private const int Plain = 80;
    private const int Encrypted = 443;

    private static readonly string[] Terminators =
    [
        "traefik",
        "caddy",
        "certbot",
        "nginx-proxy",
        "cloudflared",
        "acme",
        "swag",
        "letsencrypt",
        "ngrok",
        "tailscale",
        "ssl",
        "https",
    ];
    private static readonly string[] LocalHosts =
    [
        ".local",
        "localhost",
        ".test",
        ".internal",
        ".nip.io",
        ".lan",
        ".example",
        "example.com",
        ".sslip.io",
    ];

    public static IEnumerable<Capability> Find(DeployedParts parts) =>
        parts.Scale.IsDeployed ? [.. OfClusters(parts), .. OfProjects(parts)] : [];

    private static IEnumerable<Capability> OfClusters(DeployedParts parts)
    {
        foreach (
            var stack in parts.Deployment.KubernetesStacks.Where(stack =>
                stack.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
            )
        )
        {
            var ways = stack
                .Of<Ingress>()
                .Where(ingress => !DeployedParts.IsAside(ingress.Span.File) && ingress.Rules.Any(HasHost))
                .ToList();
            var open = ways.Where(ingress => ingress.Tls.Count == 0 && !ingress.Annotations.Any(Encrypts)).ToList();
            if (ways.Count > 0)
            {
                yield return new Capability(
                    CapabilityKind.Encryption,
                    open.Count == 0 ? CapabilityLevel.Present
                        : open.Count < ways.Count ? CapabilityLevel.Partial
                        : parts.Signs.Infrastructure is not null ? CapabilityLevel.Unknown
                        : CapabilityLevel.Absent,
                    stack.Name,
                    NameOf(open is [var first, ..] ? first : ways[0]).Span
                )
                {
                    Evidence = [.. ways.Except(open).Select(NameOf)],
                    Wanting = [.. open.Select(NameOf)],
                    UnknownBecause = Doubt(parts),
                };
            }
        }
    }

    private static IEnumerable<Capability> OfProjects(DeployedParts parts)
    {
        var bindings = parts.Targets.SelectMany(target => target.Workloads).SelectMany(workload => workload.Ports).ToList();
        var elsewhere = bindings
            .Where(binding => binding.Published == Encrypted)
            .Select(binding => new Fact<string>(binding.Origin, binding.Span))
            .Concat(Terminating(parts))
            .Take(2)
            .ToList();
        foreach (var stack in parts.ServedProjects)
        {
            var open = parts
                .Targets.Where(target => target.Kind == TargetKind.Compose && target.Name == stack.Name)
                .SelectMany(target => target.Workloads)
                .SelectMany(workload => workload.Ports.Where(IsOpen).Select(port => new Fact<string>(workload.Name, port.Span)))
                .ToList();
            if (open.Count > 0)
            {
                yield return new Capability(
                    CapabilityKind.Encryption,
                    elsewhere.Count > 0 ? CapabilityLevel.Present
                        : parts.Signs.Infrastructure is not null ? CapabilityLevel.Unknown
                        : CapabilityLevel.Absent,
                    stack.Name,
                    open[0].Span
                )
                {
                    Evidence = elsewhere,
                    Wanting = open,
                    UnknownBecause = Doubt(parts),
                };
            }
        }
    }

    private static string? Doubt(DeployedParts parts) =>
        parts.Signs.Infrastructure is { } other ? $"{other.File.Path} may put a proxy in front, and is not read" : null;

    private static IEnumerable<Fact<string>> Terminating(DeployedParts parts) =>
        parts
            .Targets.SelectMany(target => target.Workloads)
            .Where(workload => Says(workload.Name) || workload.Reference?.Value.Outline is { } reference && Says(reference))
            .Select(workload => new Fact<string>(workload.Name, workload.Span))
            .Concat(parts.Deployment.Of<NginxFile>().SelectMany(file => file.Servers).SelectMany(server => server.Certificates))
            .Concat(parts.Deployment.Of<CaddyFile>().Select(file => new Fact<string>(file.File.Path, file.File.Whole)));

    private static bool IsOpen(PortBinding binding) =>
        binding is { Published: Plain, IsInformational: false, HostAddress: null or "0.0.0.0" or "" };

    private static bool HasHost(IngressRule rule) =>
        rule.Host?.Value is { Length: > 0 } host
        && host.Contains('.', StringComparison.Ordinal)
        && !LocalHosts.Any(local => host.EndsWith(local, StringComparison.OrdinalIgnoreCase));

    private static bool Encrypts(KubernetesPair annotation) =>
        annotation.Key.Contains("cert", StringComparison.OrdinalIgnoreCase)
        || annotation.Key.Contains("ssl", StringComparison.OrdinalIgnoreCase)
        || annotation.Key.Contains("tls", StringComparison.OrdinalIgnoreCase);

    private static Fact<string> NameOf(Ingress ingress) => new(ingress.ToString(), ingress.Name?.Span ?? ingress.Span);

    private static bool Says(string text) => Terminators.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
