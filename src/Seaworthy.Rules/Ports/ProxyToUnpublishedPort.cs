using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>nginx of the host passes requests to a port of its own that a container listens on inside, and that the host has under another number.</summary>
/// <remarks>Source: Compose specification, "ports": <c>HOST:CONTAINER</c>; a port that is not published is not reachable at the address of the host.</remarks>
internal sealed class ProxyToUnpublishedPort : Rule<ProxyToUnpublishedPort.HostHop>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxy-to-unpublished-port",
            Title = "Proxy to unpublished port",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "On the host nothing listens on the port of the container, so nginx answers every request with 502.",
            Holds = "The port that the proxy asks is published on the host.",
        };

    public override IEnumerable<HostHop> Subjects(Deployment deployment)
    {
        var asked = (
            from file in deployment.Of<NginxFile>()
            from target in Targets(file)
            where target is { Host: "localhost" or "127.0.0.1", Port: not null }
            select target
        ).ToList();
        // Programs without containers have ports that no Compose file publishes.
        if (
            asked.Count == 0
            || deployment.Of<ServiceUnit>().Any()
            || deployment.Of<Pm2Config>().Any()
            || deployment.Of<SupervisorConfig>().Any()
        )
        {
            return [];
        }

        var workloads = deployment.Workloads.Where(workload => workload.Kind == TargetKind.Compose && !workload.UsesHostNetwork).ToList();
        var inContainers = InContainers(deployment);
        var found =
            from target in asked
            where !inContainers.Contains(target.Span.File.Path)
            let inside = workloads.FindAll(workload => workload.Ports.Any(port => port.Container == target.Port))
            where inside.Count > 0 || workloads.Exists(workload => workload.Ports.Any(port => port.Published == target.Port))
            select new HostHop(target, target.Port ?? 0, inside);
        return found.DistinctBy(hop => hop.Target.Span);
    }

    protected override Subject Identify(HostHop subject) => new(subject.Target.Span.File.Path, subject.Target.Span);

    protected override IEnumerable<Verdict> Check(HostHop subject, Deployment deployment)
    {
        if (
            deployment.Workloads.Any(workload => workload.UsesHostNetwork || workload.Ports.Any(port => port.Published == subject.Port))
            || subject.Inside.Find(workload =>
                workload.Ports.Any(port => port.Container == subject.Port && port is { Published: not null, HasVariable: false })
            )
                is not { } meant
            || meant.Environment is TargetEnvironment.Development or TargetEnvironment.Test
        )
        {
            yield break;
        }

        var binding = meant.Ports.First(port => port.Container == subject.Port && port is { Published: not null, HasVariable: false });
        yield return LikelyFail(
                subject.Target.Span,
                $"nginx of the host asks port {subject.Port}, but {meant.Name} in {meant.TargetName} publishes its {subject.Port} as {binding.Published}."
            )
            .Related(binding.Span, "published")
            .Remedy(
                $"Change {subject.Port} to {binding.Published} in {subject.Target.Span}, or publish `\"{subject.Port}:{subject.Port}\"` in {binding.Span}."
            )
            .VerifyOneGone();
    }

    private static HashSet<string> InContainers(Deployment deployment) =>
        deployment
            .Workloads.SelectMany(workload => workload.Mounts)
            .Where(mount => mount.Kind == MountKind.Bind)
            .Select(mount => mount.Source)
            .OfType<string>()
            .SelectMany(source =>
                deployment.Tree.HasDirectory(source) ? deployment.Tree.FilesUnder(source).Select(file => file.Path) : [source]
            )
            .Concat(deployment.Images.SelectMany(image => image.Final.Files.CopiedUnder("/etc/nginx")).Select(file => file.Source))
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<ProxyTarget> Targets(NginxFile file) =>
        file
            .Upstreams.SelectMany(upstream => upstream.Servers)
            .Concat(file.Servers.SelectMany(server => server.Locations).Select(location => location.Target).OfType<ProxyTarget>());

    /// <param name="Inside">The workloads that have the port inside of their containers.</param>
    internal sealed record HostHop(ProxyTarget Target, int Port, List<Workload> Inside);
}
