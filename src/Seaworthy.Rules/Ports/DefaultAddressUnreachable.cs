using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>No variable sets the address of another container, and the code falls back to localhost.</summary>
internal sealed class DefaultAddressUnreachable : Rule<DefaultAddressUnreachable.Caller>
{
    // Telemetry: the program runs without it.
    private static readonly string[] Telemetry = ["OTEL", "JAEGER", "ZIPKIN", "STATSD", "TRACING", "PROMETHEUS", "GRAFANA", "LOKI"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/default-address-unreachable",
            Title = "Unset address defaults to localhost",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "The default works on a developer's machine. Inside a container localhost is the container itself, so the connection is refused.",
            Holds = "The target sets the addresses of other containers.",
        };

    public override IEnumerable<Caller> Subjects(Deployment deployment) =>
        deployment
            .All<DefaultAddress>()
            .Where(found =>
                !OutsideNames.Has(found.Use.Name)
                && !Array.Exists(Telemetry, word => found.Use.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            .GroupBy(found => new { found.Use.Workload.TargetName, found.Use.Workload.Name })
            .Select(same => new Caller(same.First().Use.Workload, [.. same.OrderBy(found => found.IsGivenOtherwise ? 1 : 0)]));

    protected override Subject Identify(Caller subject) => new(subject.Workload.Name, subject.Workload.Span);

    protected override IEnumerable<Verdict> Check(Caller subject, Deployment deployment)
    {
        if (subject.Found.FirstOrDefault(found => !found.IsOverridden) is not { } first)
        {
            yield break;
        }

        var alike = subject.Found.Where(found => !found.IsOverridden && found.IsGivenOtherwise == first.IsGivenOtherwise).ToList();
        var read = first.Use.Strongest.Span;
        var others = alike.Count > 1 ? $" Also: {string.Join(", ", alike.Skip(1).Select(found => found.Use.Name))}." : "";
        var message =
            $"{subject.Workload.TargetName} does not set {first.Use.Name}, so {subject.Workload.Name} falls back to `{first.Address}`, its own container, instead of {first.Meant.Name}.{others}";
        // A setting with a default is often read by a module that this workload does not use.
        yield return Warn(read, message)
            .As(first.IsGivenOtherwise || alike.TrueForAll(found => found.IsConditional) ? Severity.Medium : Severity.High)
            .Related(subject.Workload.Span, "started here")
            .Related(alike.Skip(1).Select(found => found.Use.Strongest.Span))
            .Related(alike.Select(found => found.Meant.Span).Distinct(), "listens there")
            .Remedy(
                $"Set {string.Join(", ", alike.Select(found => $"{found.Use.Name} (at `{found.Meant.HostNames[0]}`)"))} for {subject.Workload.Name} at {subject.Workload.Span}."
            )
            .Verify($"{TargetCommand.Exec(subject.Workload, deployment)} printenv {first.Use.Name}");
    }

    /// <summary>A workload and the defaults it falls back to.</summary>
    internal sealed record Caller(Workload Workload, IReadOnlyList<DefaultAddress> Found);
}
