using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Ports;

/// <summary>Several replicas of one service publish one port of one host.</summary>
internal sealed class ReplicasShareHostPort : Rule<IReadOnlyList<Workload>>
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

    // A swarm spreads one published port over all replicas by itself. What one file asks for is mended together.
    public override IEnumerable<IReadOnlyList<Workload>> Subjects(Deployment deployment) =>
        (
            from target in deployment.Targets
            where target.Kind == TargetKind.Compose
            where !target.Files.Any(file => deployment.At<ComposeFile>(file.Path) is { } compose && SwarmFiles.Hold(compose, deployment))
            from workload in target.Workloads
            where workload.Replicas is { Value: > 1 }
            // Compose refuses the whole project for the name, of which other rules speak; nothing of it starts.
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
            $"{string.Join(", ", taken.Select(pair => $"{pair.Workload.Name} ({pair.Count?.Value} times on {pair.Port?.Published})"))}: every replica publishes the same port of the host";
        yield return (
            SwarmWords.HasSettings(count.Span.File)
                ? Warn(count.Span, $"{message}, so that only the first starts, unless a swarm runs the file.").As(Severity.Medium)
                : Fail(count.Span, $"{message}, so that only the first starts.")
        )
            .Related(port.Span)
            .Related(taken.Skip(1).Select(pair => pair.Count?.Span).OfType<SourceSpan>())
            .Remedy($"Leave the host's port out of {port.Span} and put a proxy in front, or run it once in {count.Span}.")
            .VerifyOneGone();
    }

    /// <summary>Not <c>8080-8089:80</c>, which has a port for each.</summary>
    private static bool IsFixed(PortBinding port) => port is { IsInformational: false, Published: > 0, IsOfRange: false };
}
