using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose project expects a network of one name, and the project that means to make it makes one of another.</summary>
internal sealed class ExternalNetworkNotCreated : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/external-network-not-created",
            Title = "External network that is created under another name",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Compose refuses to start: the network is declared as external, but could not be found.",
            Holds = "Something in the repository makes the network under this very name.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ExternalNetwork];

    // Somebody may make it by hand.
    protected override bool IsCertain(NameUse use) => false;

    protected override string Message(NameUse use) =>
        $"{use.Subject} expects a network named {use.Name} to exist, but {use.In} makes it as {use.Candidates[0]}, and nothing else makes it.";

    protected override string Remedy(NameUse use) =>
        $"Write `name: {use.Name}` at {use.Related}, or create it before: `docker network create {use.Name}`.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"docker network inspect {use.Name}");
}
