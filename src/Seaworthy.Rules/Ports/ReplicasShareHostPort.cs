using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Ports;

/// <summary>Several replicas of one service publish the same host port.</summary>
internal sealed class ReplicasShareHostPort : Rule<IReadOnlyList<Workload>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/replicas-share-host-port",
            Title = "Replicas with fixed host port",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "The second replica does not start: `port is already allocated`.",
            Holds = "The service publishes no fixed port, or runs once.",
        };

    // A swarm balances one published port over all replicas. One file is one verdict.
    public override IEnumerable<IReadOnlyList<Workload>> Subjects(Deployment deployment) =>
        (
            from target in deployment.Targets
            where target.Kind == TargetKind.Compose
            where !target.Files.Any(file => deployment.At<ComposeFile>(file.Path) is { } compose && SwarmFiles.Hold(compose, deployment))
            from workload in target.Workloads
            where workload.Replicas is { Value: > 1 }
            // Compose rejects the whole project for the name, which other rules report.
            where workload.ContainerName is null
            select workload
        )
            .DistinctBy(workload => workload.Replicas?.Span)
            .GroupBy(workload => workload.Replicas?.Span.File.Path, StringComparer.Ordinal)
            .Select(file => file.ToList());

    protected override Subject Identify(IReadOnlyList<Workload> subject) =>
        new(string.Join(", ", subject.Select(workload => workload.Name)), subject[0].Replicas?.Span ?? subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Workload> subject, Deployment deployment)
    {
        var taken = subject
            .Select(workload => new
            {
                Workload = workload,
                Count = workload.Replicas,
                Port = workload.Ports.FirstOrDefault(IsFixed),
            })
            .Where(pair => pair is { Count: not null, Port: not null })
            .ToList();
        if (taken is not [{ Workload: var first, Count: { } count, Port: { } port }, ..])
        {
            yield break;
        }

        var message =
            $"{string.Join(", ", taken.Select(pair => $"{pair.Workload.Name} runs {pair.Count?.Value} replicas on host port {pair.Port?.Published}"))}";
        yield return (
            SwarmWords.HasSettings(count.Span.File)
                ? Warn(count.Span, $"{message}, so only the first starts unless a swarm runs the file.").As(Severity.Medium)
                : Fail(count.Span, $"{message}, so only the first starts.")
        )
            .Related(port.Span)
            .Related(taken.Skip(1).Select(pair => pair.Count?.Span).OfType<SourceSpan>())
            .Remedy($"Remove the host port in {port.Span} and put a proxy in front, or run one replica in {count.Span}.")
            .VerifyOneGone();
    }

    /// <summary>Not <c>8080-8089:80</c>, a range with a port for each.</summary>
    private static bool IsFixed(PortBinding port) => port is { IsInformational: false, Published: > 0, IsOfRange: false };
}
