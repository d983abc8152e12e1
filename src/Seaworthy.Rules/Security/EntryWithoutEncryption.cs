using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A public entry is not encrypted.</summary>
internal sealed class EntryWithoutEncryption : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/entry-without-encryption",
            Title = "Missing HTTPS",
            Area = Area.Security,
            Severity = Severity.Medium,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Everyone on the network path can read and change passwords and sessions.",
            Holds = "Requests from outside are encrypted.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Encryption;

    protected override string Doubt => "Whether requests are encrypted";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} in {capability.About} accepts public requests without TLS, and nothing in the repository terminates TLS in front of it.";

    protected override string Partial(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} in {capability.About} has no `tls`, but {Names(capability.Evidence)} has.";

    protected override string Remedy(Capability capability) =>
        "Give the Ingress or proxy a certificate (cert-manager, Caddy, certbot), and only redirect on port 80.";

    protected override CommandText Check(Capability capability) => $"curl -sI http://localhost | head -5";

    protected override Severity Weigh(Capability capability, Deployment deployment) =>
        deployment.Targets.Any(target => target.Name == capability.About && target.Environment == TargetEnvironment.Production)
            ? Info.Severity
            : Severity.Low;
}
