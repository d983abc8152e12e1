using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A deployed program creates the tables that are missing, and nothing can change those that are there.</summary>
/// <remarks>
/// Sources: SQLAlchemy documentation, "Altering Database Objects through Migrations"; Entity Framework Core documentation, "Create and Drop APIs".
/// </remarks>
internal sealed class SchemaWithoutMigrations : Rule<SchemaAtStart>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/schema-without-migrations",
            Title = "Schema without migrations",
            Area = Area.Migrations,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The first release that adds a column fails on every database that already has the table.",
            Holds = "Migrations change the tables that the program creates.",
        };

    public override IEnumerable<SchemaAtStart> Subjects(Deployment deployment) =>
        DeployedSchemas
            .Of(deployment)
            .Where(schema => schema is { Action: SchemaAction.CreatesMissing, Component: not null })
            .DistinctBy(schema => schema.Component?.Root);

    protected override Subject Identify(SchemaAtStart subject) => new(subject.Component?.Title ?? subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(SchemaAtStart subject, Deployment deployment)
    {
        if (subject.Component is { } component && !IsMigrated(component, deployment))
        {
            yield return Warn(
                    subject.Span,
                    $"{component.Title} creates its tables with `{subject.Statement}` and has no migrations: a table that exists is never changed."
                )
                .Related(subject.RunBy, "runs it")
                .Remedy($"Create migrations of the models in {component.Title}, and run them before each start instead of {subject.Span}.")
                .VerifyGone();
        }
    }

    private static bool IsMigrated(Component component, Deployment deployment) =>
        deployment.Migrations.Any(history =>
            history.Files.Count > 0
            && (
                history.Component?.Root == component.Root
                || history.Directory.StartsWith(component.Root, StringComparison.Ordinal)
                || history.Component is null
            )
        ) || component.Code.SelectMany(file => file.Settings).Any(setting => setting.Name is "migrations.atStartup");
}
