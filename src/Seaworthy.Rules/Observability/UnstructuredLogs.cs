using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>The services of a fleet log plain text, each in its own format.</summary>
internal sealed class UnstructuredLogs : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/unstructured-logs",
            Title = "Unstructured logs",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Following one request through several services means reading each log by eye.",
            Holds = "Services log in a structured format, or something collects their logs.",
        };

    protected override CapabilityKind Kind => CapabilityKind.StructuredLogs;

    protected override string Doubt => "Whether logs are structured";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{capability.Wanting.Count} services ({Names(capability.Wanting)}) log plain text: none uses a structured logger, and nothing collects their logs.";

    protected override string Remedy(Capability capability) =>
        "Use a structured logger in every service (pino, structlog, zap, logback with JSON…), and pass on a request id.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nE 'pino|winston|structlog|zap|slog|logstash'   # must find one";
}
