using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Ports;

/// <summary>Several replicas of one service publish one port of one host.</summary>
internal sealed class ReplicasShareHostPort : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/replicas-share-host-port",
            Title = "Replicas that publish one port of the host",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "A host has every port once: the second container does not start, `port is already allocated`.",
            Holds = "The service publishes no fixed port, or runs once.",
        };

    // A swarm spreads one published port over all replicas by itself.
    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        from target in deployment.Targets
        where target.Kind == TargetKind.Compose
        where !target.Files.Any(file => deployment.At<ComposeFile>(file.Path) is { } compose && SwarmFiles.Hold(compose, deployment))
        from workload in target.Workloads
        where workload.Replicas is { Value: > 1 }
        select workload;

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Replicas?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (
            subject.Replicas is { } replicas
            && subject.Ports.FirstOrDefault(port => port is { IsInformational: false, Published: > 0 }) is { } port
            && !IsRange(port)
        )
        {
            var message = $"{subject.Name} is to run {replicas.Value} times, and each publishes port {port.Published} of the host";
            yield return (
                SpeaksOfSwarm(replicas.Span.File.Text)
                    ? Warn(replicas.Span, $"{message}: only the first starts, unless a swarm runs the file.").As(Severity.Medium)
                    : Fail(replicas.Span, $"{message}: only the first starts.")
            )
                .Related(port.Span)
                .Remedy($"Leave the host's port out of {port.Span} and put a proxy in front, or run it once in {replicas.Span}.")
                .Verify($"docker compose up -d {subject.Name} && docker compose ps {subject.Name}");
        }
    }

    /// <summary>Keys that only a swarm heeds.</summary>
    private static bool SpeaksOfSwarm(string text) =>
        text.Contains("update_config:", StringComparison.Ordinal)
        || text.Contains("placement:", StringComparison.Ordinal)
        || text.Contains("driver: overlay", StringComparison.Ordinal);

    /// <summary><c>8080-8089:80</c> has a port for each.</summary>
    private static bool IsRange(PortBinding port) => port.Span.Text.Contains('-', StringComparison.Ordinal);
}
