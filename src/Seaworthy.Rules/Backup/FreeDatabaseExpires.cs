using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;

namespace Seaworthy.Rules.Backup;

/// <summary>A Blueprint keeps its data in a free PostgreSQL database, which Render deletes.</summary>
/// <remarks>Source: Render documentation, "Deploy for Free", "Free Render Postgres", "Database limitations".</remarks>
internal sealed class FreeDatabaseExpires : Rule<RenderDatabase>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "backup/free-database-expires",
            Title = "Expiring free database",
            Area = Area.Backup,
            Severity = Severity.High,
            Rationale =
                "The application loses its database after 30 days, and 14 days later Render deletes the data. A free database has no backups.",
            Holds = "The plan of the database does not expire.",
        };

    public override IEnumerable<RenderDatabase> Subjects(Deployment deployment) =>
        deployment.Of<RenderBlueprint>().SelectMany(blueprint => blueprint.Databases);

    protected override Subject Identify(RenderDatabase subject) => new(subject.Name.Value, subject.Name.Span);

    protected override IEnumerable<Verdict> Check(RenderDatabase subject, Deployment deployment)
    {
        if (subject.Plan is { Value: "free" } plan)
        {
            yield return Warn(
                    plan.Span,
                    $"The database `{subject.Name.Value}` has `plan: free`: it expires 30 days after its creation, and Render deletes it."
                )
                .Related(subject.Name.Span)
                .Remedy($"Change {plan.Span} to a paid plan such as `basic-256mb`, or use a database elsewhere that is kept.")
                .VerifyGone();
        }
    }
}
