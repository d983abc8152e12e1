using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Deployed services have no numbers.</summary>
internal sealed class NoMetrics : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/no-metrics",
            Title = "Services that nobody measures",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "How slowly it answers, how often it fails, and since when, no number tells: a trend shows when users feel it.",
            Holds = "Numbers of the running software are collected.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Metrics;

    protected override string Doubt => "Whether services are measured";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} {(capability.Wanting.Count == 1 ? "has" : "have")} no metrics: no package for Prometheus, OpenTelemetry or another system, no route /metrics, and nothing that scrapes.";

    protected override string Remedy(Capability capability) =>
        "Add the client of Prometheus or OpenTelemetry for the framework, and serve or send request counts, errors and durations.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nE 'prom-client|prometheus|opentelemetry|micrometer|/metrics'   # must find one";
}
