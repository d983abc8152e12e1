using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>The declared way in from outside is not encrypted.</summary>
internal sealed class EntryWithoutEncryption : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/entry-without-encryption",
            Title = "Way in without encryption",
            Area = Area.Security,
            Severity = Severity.Medium,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Passwords and sessions can be read and changed by everybody on the way.",
            Holds = "Requests from outside are encrypted.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Encryption;

    protected override string Doubt => "Whether requests are encrypted";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} of {capability.About} takes requests from outside without encryption, and names no certificate: what stands in front, if anything does, is not written down.";

    protected override string Partial(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} of {capability.About} has no `tls`, while {Names(capability.Evidence)} has.";

    protected override string Remedy(Capability capability) =>
        "Let the Ingress or proxy have a certificate (cert-manager, Caddy, certbot), and answer on port 80 with a redirect only.";

    protected override CommandText Check(Capability capability) => $"curl -sI http://localhost | head -5";

    protected override Severity Weigh(Capability capability, Deployment deployment) =>
        deployment.Targets.Any(target => target.Name == capability.About && target.Environment == TargetEnvironment.Production)
            ? Info.Severity
            : Severity.Low;
}
