using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration follows one that the repository lacks.</summary>
internal sealed class BrokenChain : Rule<MigrationHistory>
{
    private const int MostNames = 4;
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/broken-chain",
            Title = "Migration that follows a missing one",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The tool cannot order the history, and refuses to run any migration at all.",
            Holds = "Every migration follows one that is there.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history => history.Tool is MigrationTool.Alembic or MigrationTool.Django && history.Files.Count > 0);

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment)
    {
        var missing = subject.MissingParents.DistinctBy(parent => parent.Value).ToList();
        if (missing.Count == 0)
        {
            yield break;
        }

        var first = missing[0];
        var others =
            missing.Count == 1
                ? ""
                : $" {missing.Count - 1} more that {subject.Directory} names {(missing.Count == 2 ? "is" : "are")} missing: {string.Join(", ", missing.Skip(1).Take(MostNames).Select(parent => parent.Value))}.";
        var message = $"{first.Span.File.Name} follows the migration {first.Value}, and no file of the repository is that migration";
        var verdict = subject.LeftOutBy is { } other
            ? Warn(
                    first.Span,
                    $"{message}; {subject.Tool} does not read {subject.Directory} so far: {other} names another directory.{others}"
                )
                .As(Severity.Medium)
                .Related(other)
            : Fail(first.Span, $"{message}: {subject.Tool} refuses the whole history.{others}");
        yield return verdict
            .Related(subject.MissingParents.Skip(1).Take(MostPlaces).Select(parent => parent.Span))
            .Remedy($"Commit the migration {first.Value}, or let `{first.Span.File.Path}` follow one that is there.")
            .Verify(subject.Tool == MigrationTool.Django ? (CommandText)$"python manage.py migrate --plan" : $"alembic history");
    }
}
