using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A deployed program changes the tables of its database until they fit its models, whenever it starts.</summary>
/// <remarks>Sources: Hibernate user guide, "Automatic schema generation"; TypeORM documentation, "Data Source Options", synchronize; Sequelize documentation, "Model Basics", "Synchronization in production".</remarks>
internal sealed class SchemaChangedAtStart : Rule<SchemaAtStart>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/schema-changed-at-start",
            Title = "Schema changed at startup",
            Area = Area.Migrations,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "Nobody reviews the change before it meets the data: a renamed field becomes a new empty column, or its data is dropped.",
            Holds = "No deployed program changes its tables at startup by itself.",
        };

    public override IEnumerable<SchemaAtStart> Subjects(Deployment deployment) =>
        DeployedSchemas.Of(deployment).DistinctBy(schema => new { schema.Span, schema.Action });

    protected override Subject Identify(SchemaAtStart subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(SchemaAtStart subject, Deployment deployment)
    {
        if (subject.Action == SchemaAction.Changes)
        {
            yield return Warn(
                    subject.Span,
                    $"{subject.Subject} runs with `{subject.Statement}`, so every start changes the tables until they fit the models."
                )
                .Related(subject.RunBy, "runs it")
                .Remedy(
                    subject.Component is null
                        ? $"Set `validate` in {subject.Span}, and change the schema with migrations (Flyway, Liquibase)."
                        : $"Set it to `false` in {subject.Span}, and change the schema with migrations."
                )
                .VerifyGone();
        }
    }
}
