using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A named volume of compose stands for a directory of the repository that is not there.</summary>
internal sealed class VolumeDeviceMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/volume-device-missing",
            Title = "Volume on a directory that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Docker makes no directory for such a volume, as it does for a bind mount: every service that has it is refused at its start.",
            Holds = "The directory of the volume is there.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.VolumeDevice];

    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && use.ToldAt is null;

    protected override string Names(PathUse use) => $"Volume {use.Subject} is bound to {use.Path}";

    protected override string Consequence(PathUse use) =>
        use.ToldAt is { } place
            ? $"what has it starts once somebody did what {place} says"
            : "what has it does not start (\"failed to mount local volume: no such file or directory\")";

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].Answer.Presence is Presence.Absent or Presence.IgnoredByGit
            ? $"Commit {uses[0].Answer.Looked}/.gitkeep, or write the bind mount where the service has it, without `driver_opts` in {PlaceList.Of(uses)}: Docker then makes the directory."
            : base.Remedy(uses);
}
