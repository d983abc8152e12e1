using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Deployed services that keep data may fail, and nobody is told.</summary>
internal sealed class NobodyIsTold : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/nobody-is-told",
            Title = "Failure that nobody is told of",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Users are the first to notice, and somebody acts when one of them complains.",
            Holds = "Somebody is told when the software fails.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Alerts;

    protected override string Doubt => "Whether somebody is told of a failure";

    protected override string Absent(Capability capability, Deployment deployment) =>
        "Nobody is told when it fails: no alert rules, no Alertmanager, nothing that watches from outside, no scheduled check.";

    protected override string Partial(Capability capability, Deployment deployment) =>
        $"{Names(capability.Evidence)} tells of errors, but nothing notices when the software does not answer at all: no alert rules, nothing that watches from outside.";

    protected override string Remedy(Capability capability) =>
        "Watch the health route from outside (Uptime Kuma, Gatus, a hosted service), or add alert rules and an Alertmanager with a receiver.";

    protected override CommandText Check(Capability capability) => $"git grep -niE 'alert|uptime|gatus|healthchecks'   # must find one";

    protected override Severity Weigh(Capability capability, Deployment deployment) =>
        capability.Level == CapabilityLevel.Absent && deployment.Scale.Kind == ScaleKind.Fleet ? Severity.Medium : Severity.Low;
}
