using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>The services of a fleet write plain lines, each in its own way.</summary>
internal sealed class UnstructuredLogs : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/unstructured-logs",
            Title = "Logs of many services without fields",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "To follow one request through several services, somebody reads the logs of each by eye.",
            Holds = "Services log with fields, or something collects their logs.",
        };

    protected override CapabilityKind Kind => CapabilityKind.StructuredLogs;

    protected override string Doubt => "Whether logs have fields";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{capability.Wanting.Count} services ({Names(capability.Wanting)}) log without fields: none uses a logger that writes JSON or key and value, and nothing collects their logs.";

    protected override string Remedy(Capability capability) =>
        "Use a logger with fields in every service (pino, structlog, zap, logback with JSON…), and pass a request id on.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nE 'pino|winston|structlog|zap|slog|logstash'   # must find one";
}
