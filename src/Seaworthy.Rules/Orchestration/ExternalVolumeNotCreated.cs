using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose project mounts an external volume, and nothing in the repository creates or explains it.</summary>
internal sealed class ExternalVolumeNotCreated : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/external-volume-not-created",
            Title = "External volume not created",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Compose does not create an external volume: the start on a new machine stops with `external volume not found`, unless somebody knows its name.",
            Holds = "The repository creates the volume under this name.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ExternalVolume];

    // It may be created by hand.
    protected override bool IsCertain(NameUse use) => false;

    // Another name of the same project's volume is a mistake; a volume that only the machine has may be meant.
    protected override Severity Weight(NameUse use) => use.Candidates.Count > 0 ? Severity.High : Severity.Medium;

    protected override string Message(NameUse use) =>
        use.Candidates.Count > 0
            ? $"{use.Subject} mounts the external volume `{use.Name}`, but {use.In} creates `{use.Candidates[0]}`, and nothing else creates it."
            : $"{use.Subject} mounts the external volume `{use.Name}`, which no file of the repository creates or mentions: a new machine cannot start it.";

    protected override string Remedy(NameUse use) =>
        use.Related is { } place
            ? $"Write `name: {use.Name}` at {place}, or run `docker volume create {use.Name}` before the first start."
            : $"Run `docker volume create {use.Name}` in the script that sets up the machine, or write `name: {use.Name}` instead of `external: true` at {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"docker volume inspect {use.Name}");
}
