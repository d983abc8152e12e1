using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Backup;

/// <summary>Data stores keep data on volumes, and nothing copies it away, or not far or often enough.</summary>
internal sealed class StoreNotBackedUp : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "backup/store-not-backed-up",
            Title = "Data that nobody copies away",
            Area = Area.Backup,
            Severity = Severity.Medium,
            CapabilityWeight = 10,
            Certainty = Certainty.Likely,
            Rationale = "A volume goes with its disk, with one wrong command, or with one wrong migration: what it held is gone.",
            Holds = "What data stores keep is copied away by schedule, and can be brought back.",
        };

    protected override CapabilityKind Kind => CapabilityKind.StoreBackup;

    protected override string Doubt => "Whether data is copied away";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} keep{(capability.Wanting.Count == 1 ? "s" : "")} data on a volume, and nothing copies it away: no dump in a script, pipeline, CronJob or document, and no container for backups.";

    protected override string Partial(Capability capability, Deployment deployment) =>
        $"{Names(capability.Evidence)} copies data away, but these are missing: {string.Join(", ", capability.Wanting.Select(what => Missing(what.Value, deployment)))}.";

    protected override string Remedy(Capability capability) =>
        capability.Level == CapabilityLevel.Partial
            ? $"Add {string.Join(", ", capability.Wanting.Select(what => what.Value))}."
            : "Dump each store by schedule, keep the dumps on another machine for some weeks, and try the restore.";

    protected override CommandText Check(Capability capability) => $"git grep -nE 'pg_dump|mysqldump|mongodump|backup'   # must find one";

    private static string Missing(string what, Deployment deployment) =>
        deployment.Workloads.Any(workload => workload.Name == what) ? $"any copy of {what}" : what;
}
