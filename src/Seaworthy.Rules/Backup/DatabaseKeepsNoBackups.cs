using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Backup;

/// <summary>Terraform makes a managed database that keeps no backups, or that is deleted without a last one.</summary>
/// <remarks>
/// Sources: Terraform AWS provider, <c>aws_db_instance</c>: <c>backup_retention_period</c> (default 0), <c>skip_final_snapshot</c>, <c>deletion_protection</c>; Amazon RDS, "Introduction to backups": 0 turns automated backups off;
/// Terraform Google provider, <c>google_sql_database_instance</c>: <c>backup_configuration.enabled</c>.
/// </remarks>
internal sealed class DatabaseKeepsNoBackups : Rule<CloudResource>
{
    private const string Instance = "aws_db_instance";
    private const string Cluster = "aws_rds_cluster";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "backup/database-keeps-no-backups",
            Title = "Managed database without backups",
            Area = Area.Backup,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A wrong migration or `terraform destroy` loses the data, and nothing can bring it back.",
            Holds = "The database keeps backups, and a last one when it is deleted.",
        };

    public override IEnumerable<CloudResource> Subjects(Deployment deployment) =>
        deployment
            .All<CloudResource>()
            .Where(resource => resource.Type is Instance or Cluster or "google_sql_database_instance")
            // A replica has its data from another, and a deletion protection by hand.
            .Where(resource =>
                resource["replicate_source_db"] is null && resource["master_instance_name"] is null && resource.MoreBecause is null
            )
            .DistinctBy(resource => resource.Span);

    protected override Subject Identify(CloudResource subject) => new(subject.Address, subject.Span);

    protected override IEnumerable<Verdict> Check(CloudResource subject, Deployment deployment)
    {
        // A cluster keeps them for a day unless its configuration says otherwise, and cannot switch them off.
        var path = subject.Type switch
        {
            Instance => "backup_retention_period",
            Cluster => null,
            _ => "settings.backup_configuration.enabled",
        };
        if (path is not null && subject[path] is var setting and (null or { Value.Text: "0" or "false" }))
        {
            yield return Warn(
                    setting?.Span ?? subject.Span,
                    setting is null
                        ? $"{subject.Address} keeps no automated backups: nothing switches them on."
                        : $"{subject.Address} keeps no automated backups: `{setting.Path[(setting.Path.LastIndexOf('.') + 1)..]} = {setting.Value.Text}` switches them off."
                )
                .As(Weight(subject, Severity.High))
                .Remedy(
                    $"Write {(subject.Type == Instance ? "`backup_retention_period = 7`" : "`backup_configuration { enabled = true }` in `settings`")} in {subject.Span}."
                )
                .Verify(
                    $"git grep -nE {"backup_retention_period *= *[1-9]|backup_configuration"} -- {subject.Span.File.Path}   # must find it"
                );
        }

        if (
            subject["skip_final_snapshot"] is { Value.Text: "true" } skip
            && subject["deletion_protection"] is null or { Value.Text: "false" }
        )
        {
            yield return Warn(
                    skip.Span,
                    $"{subject.Address} is deleted without a last snapshot and without `deletion_protection`: `terraform destroy`, or a change that replaces it, deletes its data."
                )
                .As(Weight(subject, Severity.Medium))
                .Remedy(
                    $"Write `deletion_protection = true` in {subject.Span}, and `skip_final_snapshot = false` with a `final_snapshot_identifier`."
                )
                .Verify($"git grep -nE {"deletion_protection *= *true"} -- {subject.Span.File.Path}   # must find it");
        }
    }

    private static Severity Weight(CloudResource subject, Severity severity) =>
        subject.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low : severity;
}
