using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>No alert is sent when deployed services with data fail.</summary>
internal sealed class NobodyIsTold : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/nobody-is-told",
            Title = "No alerting",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Users notice first, and nobody acts until one of them complains.",
            Holds = "A failure of the software sends an alert.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Alerts;

    protected override string Doubt => "Whether a failure sends an alert";

    protected override string Absent(Capability capability, Deployment deployment) =>
        "No alert is sent when the software fails: there are no alert rules, no Alertmanager, no uptime monitor and no scheduled check.";

    protected override string Partial(Capability capability, Deployment deployment) =>
        $"{Names(capability.Evidence)} reports errors, but nothing notices when the software does not answer: there are no alert rules and no uptime monitor.";

    protected override string Remedy(Capability capability) =>
        "Monitor the health route from outside (Uptime Kuma, Gatus, a hosted service), or add alert rules and an Alertmanager with a receiver.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -niE 'alert|uptime|gatus|healthchecks' -- '*.yml' '*.yaml' '*.tf' '*.toml' '*.sh'   # must find one";

    protected override Severity Weigh(Capability capability, Deployment deployment) =>
        capability.Level == CapabilityLevel.Absent && deployment.Scale.Kind == ScaleKind.Fleet ? Severity.Medium : Severity.Low;
}
