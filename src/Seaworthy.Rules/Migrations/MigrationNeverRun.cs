using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A repository has migrations and is deployed, and nothing in it runs them.</summary>
internal sealed class MigrationNeverRun : Rule<MigrationHistory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/migration-never-run",
            Title = "Migrations that nothing runs",
            Area = Area.Migrations,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "Every deployment needs somebody who remembers to change the schema by hand; when nobody does, the new version meets the old tables.",
            Holds = "Something runs the migrations.",
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
                $"Something in the repository may run the migrations of {subject.Directory}; what, cannot be told."
            )
            : Warn(
                    subject.Files[^1].File.Whole,
                    $"{subject.Directory} holds {subject.Files.Count} migrations ({subject.Tool}), and no script, pipeline, image or release command of the repository runs them."
                )
                .Remedy(
                    $"Run `{CommandOf(subject, deployment)}` before each release: as a step of the pipeline, a release command, or a job."
                )
                .Verify($"git grep -nF -e {CommandOf(subject, deployment)}   # must find it where a release runs it");
    }

    private static bool IsJudged(MigrationHistory history) =>
        history.Files.Count > 0
        && history.Tool is MigrationTool.Alembic or MigrationTool.Django or MigrationTool.Diesel or MigrationTool.Prisma;

    private static bool IsDeployed(Deployment deployment, MigrationHistory history) =>
        deployment.Workloads.Any(workload => workload.Components.Any(component => component.Root == history.Component?.Root));

    private static string CommandOf(MigrationHistory history, Deployment deployment) =>
        history.Tool switch
        {
            MigrationTool.Alembic when IsOfFlask(history, deployment) => "flask db upgrade",
            MigrationTool.Alembic => "alembic upgrade head",
            MigrationTool.Django => "python manage.py migrate",
            MigrationTool.Diesel => "diesel migration run",
            _ => "prisma migrate deploy",
        };

    /// <summary>Flask-Migrate writes an <c>env.py</c> that asks the application for its database: Alembic alone does not find it.</summary>
    private static bool IsOfFlask(MigrationHistory history, Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Any(file =>
                file.File.Name == "env.py"
                && history.Directory.StartsWith(file.File.Directory, StringComparison.Ordinal)
                && file.AsksForFlaskApplication()
            );
}
