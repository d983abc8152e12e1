using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Backup;

/// <summary>Data stores on volumes without a backup, or with one that is incomplete.</summary>
internal sealed class StoreNotBackedUp : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "backup/store-not-backed-up",
            Title = "Missing data store backup",
            Area = Area.Backup,
            Severity = Severity.Medium,
            CapabilityWeight = 10,
            Certainty = Certainty.Likely,
            Rationale = "A failed disk, one wrong command or one wrong migration destroys the data, and there is no copy to restore.",
            Holds = "Data stores are backed up on a schedule, and the backups can be restored.",
        };

    protected override CapabilityKind Kind => CapabilityKind.StoreBackup;

    protected override string Doubt => "Whether data stores are backed up";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} {(capability.Wanting.Count == 1 ? "has" : "have")} no backup: no script, pipeline, CronJob, document or backup container dumps the volume data.";

    protected override string Partial(Capability capability, Deployment deployment) =>
        $"{Names(capability.Evidence)} backs up data, but lacks: {string.Join(", ", capability.Wanting.Select(what => Missing(what.Value, deployment)))}.";

    protected override string Remedy(Capability capability) =>
        capability.Level == CapabilityLevel.Partial
            ? $"Add {string.Join(", ", capability.Wanting.Select(what => what.Value))}."
            : "Dump each store on a schedule, keep the dumps on another machine for some weeks, and test the restore.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nE 'pg_dump|mysqldump|mongodump|backup' -- ':!*ignore'   # must find one";

    private static string Missing(string what, Deployment deployment) =>
        deployment.Workloads.Any(workload => workload.Name == what) ? $"a backup of {what}" : what;
}
