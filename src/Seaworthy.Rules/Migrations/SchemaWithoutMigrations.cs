using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A deployed program creates the tables that are missing, and nothing can change those that are there.</summary>
/// <remarks>
/// Sources: SQLAlchemy documentation, "Altering Database Objects through Migrations"; Entity Framework Core documentation, "Create and Drop APIs".
/// </remarks>
internal sealed class SchemaWithoutMigrations : Rule<SchemaWithoutMigrations.Owner>
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

    public override IEnumerable<Owner> Subjects(Deployment deployment)
    {
        var creators = DeployedSchemas
            .Of(deployment)
            .Where(schema => schema is { Action: SchemaAction.CreatesMissing, Component: not null })
            .ToLookup(schema => schema.Component?.Root, StringComparer.Ordinal);
        return from component in deployment.Components
            where Servers.Of(deployment, component).Any()
            let creator = creators[component.Root].FirstOrDefault()
            let migrations = MigrationsOf(component, deployment)
            where creator is not null || migrations is not null
            select new Owner(component, creator, migrations);
    }

    protected override Subject Identify(Owner subject) =>
        new(subject.Component.Title, subject.Creator?.Span ?? subject.Migrations ?? subject.Component.Code[0].File.Whole);

    protected override IEnumerable<Verdict> Check(Owner subject, Deployment deployment)
    {
        if (subject is { Creator: { } creator, Migrations: null })
        {
            var name = subject.Component.Title;
            yield return Warn(
                    creator.Span,
                    $"{name} creates its tables with `{creator.Statement}` and has no migrations: a table that exists is never changed."
                )
                .Related(creator.RunBy, "runs it")
                .Remedy($"Create migrations of the models in {name}, and run them before each start instead of {creator.Span}.")
                .VerifyGone();
        }
    }

    /// <summary>Where migrations begin that may be of the component; null when there are none.</summary>
    private static SourceSpan? MigrationsOf(Component component, Deployment deployment) =>
        deployment
            .Migrations.FirstOrDefault(history =>
                history.Files.Count > 0
                && (
                    history.Component is null
                    || history.Component.Root == component.Root
                    || history.Directory.StartsWith(component.Root, StringComparison.Ordinal)
                )
            )
            ?.Files[0]
            .File.Whole
        ?? component.Code.SelectMany(file => file.Settings).FirstOrDefault(setting => setting.Name is "migrations.atStartup")?.Span;

    /// <summary>A deployed component with a schema.</summary>
    /// <param name="Creator">What creates its tables; null when migrations alone do.</param>
    /// <param name="Migrations">Where its migrations begin; null without any.</param>
    internal sealed record Owner(Component Component, SchemaAtStart? Creator, SourceSpan? Migrations);
}
