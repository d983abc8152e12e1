using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Deployed services have no metrics.</summary>
internal sealed class NoMetrics : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/no-metrics",
            Title = "No metrics",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Nothing shows how slow the service is or how often it fails before users notice.",
            Holds = "Metrics of the running software are collected.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Metrics;

    protected override string Doubt => "Whether services have metrics";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} {(capability.Wanting.Count == 1 ? "has" : "have")} no metrics: no package for Prometheus, OpenTelemetry or another system, no route `/metrics` and no scrape job.";

    protected override string Remedy(Capability capability) =>
        "Add the Prometheus or OpenTelemetry client for the framework, and expose or send request counts, errors and durations.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nE 'prom-client|prometheus|opentelemetry|micrometer|/metrics'   # must find one";
}
