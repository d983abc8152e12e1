using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration whose parent is not in the repository.</summary>
internal sealed class BrokenChain : Rule<MigrationHistory>
{
    private const int MostNames = 4;
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/broken-chain",
            Title = "Missing parent migration",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The tool cannot order the history and runs no migration at all.",
            Holds = "The parent of every migration is in the repository.",
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
                : $" {missing.Count - 1} more {(missing.Count == 2 ? "parent is" : "parents are")} missing: {string.Join(", ", missing.Skip(1).Take(MostNames).Select(parent => parent.Value))}.";
        var message = $"{first.Span.File.Name} depends on migration `{first.Value}`, which is not in the repository";
        var verdict = subject.LeftOutBy is { } other
            ? Warn(
                    first.Span,
                    $"{message}. {MigrationToolTitle.Of(subject.Tool)} does not read {subject.Directory} yet: {other} names another directory.{others}"
                )
                .As(Severity.Medium)
                .Related(other)
            : Fail(first.Span, $"{message}.{others}");
        yield return verdict
            .Related(subject.MissingParents.Skip(1).Take(MostPlaces).Select(parent => parent.Span))
            .Remedy($"Commit migration `{first.Value}`, or point `{first.Span.File.Path}` to {Candidate(subject, first)}.")
            .Verify(subject.Tool == MigrationTool.Django ? (CommandText)$"python manage.py migrate --plan" : $"alembic history");
    }

    // What nothing follows yet is what the author most likely meant. A parent of Django's may be in another application.
    private static string Candidate(MigrationHistory subject, Fact<string> missing) =>
        subject.Tool == MigrationTool.Alembic && subject.Heads.Where(head => head.File != missing.Span.File).ToList() is [var only]
            ? $"`{only.Id}`"
            : "an existing one";
}
