using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration follows one that the repository lacks.</summary>
internal sealed class BrokenChain : Rule<MigrationHistory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/broken-chain",
            Title = "Migration that follows a missing one",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Rationale = "The tool cannot order the history, and refuses to run any migration at all.",
            Holds = "Every migration follows one that is there.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history => history.Tool is MigrationTool.Alembic or MigrationTool.Django && history.Files.Count > 0);

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment) =>
        subject
            .MissingParents.GroupBy(parent => parent.Value)
            .Select(missing =>
                Fail(
                        missing.First().Span,
                        $"{missing.First().Span.File.Name} follows the migration {missing.Key}, and no file of the repository is that migration: {subject.Tool} refuses the whole history."
                    )
                    .Related(missing.Skip(1).Select(parent => parent.Span))
                    .Remedy($"Commit the migration {missing.Key}, or let `{missing.First().Span.File.Path}` follow one that is there.")
                    .Verify(subject.Tool == MigrationTool.Django ? "python manage.py migrate --plan" : "alembic history")
            );
}
