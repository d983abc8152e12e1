using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose project expects a network, and the project that creates it uses another name.</summary>
internal sealed class ExternalNetworkNotCreated : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/external-network-not-created",
            Title = "External network name mismatch",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Compose does not start the project: the network is declared as external, but could not be found.",
            Holds = "The repository creates the network under this name.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ExternalNetwork];

    // It may be created by hand.
    protected override bool IsCertain(NameUse use) => false;

    protected override string Message(NameUse use) =>
        $"{use.Subject} expects the network `{use.Name}`, but {use.In} creates `{use.Candidates[0]}`, and nothing else creates it.";

    protected override string Remedy(NameUse use) =>
        $"Write `name: {use.Name}` at {use.Related}, or run `docker network create {use.Name}` first.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"docker network inspect {use.Name}");
}
