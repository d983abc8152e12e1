using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Nothing tells a container where another one is, and the default of its code is the container itself.</summary>
internal sealed class DefaultAddressUnreachable : Rule<DefaultAddressUnreachable.Caller>
{
    // What reports about a program, which runs as well without.
    private static readonly string[] Telemetry = ["OTEL", "JAEGER", "ZIPKIN", "STATSD", "TRACING", "PROMETHEUS", "GRAFANA", "LOKI"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/default-address-unreachable",
            Title = "Default that stands for another container",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "On the developer's machine the default finds what the other container publishes; inside a container localhost is the container itself, and the call is refused.",
            Holds = "What other containers answer to is given to the workload.",
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
        var others = alike.Count > 1 ? $" So it is with {string.Join(", ", alike.Skip(1).Select(found => found.Use.Name))}." : "";
        var message =
            $"{subject.Workload.Name} reads {first.Use.Name}, which {subject.Workload.TargetName} does not set: its default {first.Address} is the container itself, and {first.Meant.Name} is meant.{others}";
        // A setting with a default is often read by a module of which this workload uses nothing.
        yield return Warn(read, message)
            .As(first.IsGivenOtherwise || alike.TrueForAll(found => found.IsConditional) ? Severity.Medium : Severity.High)
            .Related(subject.Workload.Span, "started here")
            .Related(alike.Skip(1).Select(found => found.Use.Strongest.Span))
            .Related(alike.Select(found => found.Meant.Span).Distinct(), "answers there")
            .Remedy(
                $"Set {string.Join(", ", alike.Select(found => $"{found.Use.Name} (at `{found.Meant.HostNames[0]}`)"))} for {subject.Workload.Name} at {subject.Workload.Span}."
            )
            .Verify($"{TargetCommand.Exec(subject.Workload, deployment)} printenv {first.Use.Name}");
    }

    /// <summary>A workload, and the defaults it is left with.</summary>
    internal sealed record Caller(Workload Workload, IReadOnlyList<DefaultAddress> Found);
}
