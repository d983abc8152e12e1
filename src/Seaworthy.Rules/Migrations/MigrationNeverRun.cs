using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A deployed component has migrations, and nothing in the repository runs them.</summary>
internal sealed class MigrationNeverRun : Rule<MigrationHistory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/migration-never-run",
            Title = "Migrations never run",
            Area = Area.Migrations,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Somebody has to migrate the schema by hand at every deployment; otherwise the new version runs on the old tables.",
            Holds = "A script, pipeline, image or release command runs the migrations.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history => IsJudged(history) && IsDeployed(deployment, history));

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[^1].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment)
    {
        if (subject.RunBy.Count > 0)
        {
            yield break;
        }

        yield return subject.MayRunOtherwise
            ? Unknown(
                subject.Files[^1].File.Whole,
                $"Unknown whether anything runs the migrations in {subject.Directory}: other files mention migrations."
            )
            : Warn(
                    subject.Files[^1].File.Whole,
                    $"No script, pipeline, image or release command runs the {(subject.Files.Count == 1 ? "" : $"{subject.Files.Count} ")}{MigrationToolTitle.Of(subject.Tool)} {(subject.Files.Count == 1 ? "migration" : "migrations")} in {subject.Directory}."
                )
                .Remedy($"Run `{CommandOf(subject, deployment)}` before each release: in a pipeline step, a release command or a job.")
                .Verify($"git grep -nF -e {CommandOf(subject, deployment)}   # must find it where a release runs it");
    }

    private static bool IsJudged(MigrationHistory history) =>
        history.Files.Count > 0
        && history.Tool is MigrationTool.Alembic or MigrationTool.Django or MigrationTool.Diesel or MigrationTool.Prisma;

    private static bool IsDeployed(Deployment deployment, MigrationHistory history) =>
        history.Component is { } component && deployment.WorkloadsOfRoot(component.Root).Any();

    private static string CommandOf(MigrationHistory history, Deployment deployment) =>
        history.Tool switch
        {
            MigrationTool.Alembic when IsOfFlask(history, deployment) => "flask db upgrade",
            MigrationTool.Alembic => "alembic upgrade head",
            MigrationTool.Django => "python manage.py migrate",
            MigrationTool.Diesel => "diesel migration run",
            _ => "prisma migrate deploy",
        };

    /// <summary>Flask-Migrate writes an <c>env.py</c> that gets the database from the application, which Alembic alone does not find.</summary>
    private static bool IsOfFlask(MigrationHistory history, Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Any(file =>
                file.File.Name == "env.py"
                && history.Directory.StartsWith(file.File.Directory, StringComparison.Ordinal)
                && file.AsksForFlaskApplication()
            );
}
