using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A named compose volume is bound to a directory that is not in the repository.</summary>
internal sealed class VolumeDeviceMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/volume-device-missing",
            Title = "Missing volume device directory",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Docker does not create the directory of such a volume, unlike that of a bind mount, so its services do not start.",
            Holds = "The directory of the volume exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.VolumeDevice];

    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && use.ToldAt is null;

    protected override string Names(PathUse use) => $"Volume {use.Subject} is bound to `{use.Path}`";

    protected override string Consequence(PathUse use) =>
        use.ToldAt is { } place ? $"its services do not start unless {place} is done first" : "its services do not start";

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].Answer.Presence is Presence.Absent or Presence.IgnoredByGit
            ? $"Commit {uses[0].Answer.Looked}/.gitkeep, or use a bind mount in the service instead of `driver_opts` in {PlaceList.Of(uses)}: Docker then creates the directory."
            : base.Remedy(uses);
}
