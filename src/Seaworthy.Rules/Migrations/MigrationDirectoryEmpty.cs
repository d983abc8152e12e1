using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A command runs the migrations of a directory without any.</summary>
internal sealed class MigrationDirectoryEmpty : Rule<MigrationHistory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/migration-directory-empty",
            Title = "Empty migration directory",
            Area = Area.Migrations,
            Severity = Severity.High,
            Rationale = "The step succeeds and changes nothing, so the program finds a database without its tables.",
            Holds = "The directory has migrations.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history => history.RunBy.Count > 0);

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.RunBy[0].Span);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment)
    {
        if (subject.Files.Count > 0)
        {
            yield break;
        }

        var because = subject.IgnoredBecause is { } rule ? $" (`{rule.Quote}` in {rule.File.Path} ignores them)" : "";
        yield return Of(subject, because)
            .Related(subject.RunBy.Skip(1).Select(run => run.Span))
            .Related(subject.IgnoredBecause, "git ignores them")
            .Remedy(
                subject.IgnoredBecause is not null ? $"Add `!{subject.Directory}/**/*.sql` to `.gitignore`, and commit the migrations."
                : subject.Tool == MigrationTool.Prisma
                    ? $"Create the first migration with `npx prisma migrate dev --name init`, and commit `{subject.Directory}`."
                : $"Commit the migrations to `{subject.Directory}`."
            )
            .Verify($"git ls-files {subject.Directory}{"/*.sql"} | grep .");
    }

    /// <summary>Prisma says <c>No migration found</c>, and succeeds.</summary>
    private Verdict Of(MigrationHistory subject, string because)
    {
        var run = subject.RunBy[0];
        return subject switch
        {
            { Tool: MigrationTool.Prisma, IsRunByHand: false } => LikelyFail(
                    run.Span,
                    $"`{run.Value}` finds no migration: {subject.Directory} has none{because}, so a new database gets no table."
                )
                .As(Severity.Critical),
            { IsRunByHand: true } => Warn(
                run.Span,
                $"`{run.Value}` would find no migration: {subject.Directory} has none{because}. Nothing here calls the script."
            ),
            _ => Fail(run.Span, $"`{run.Value}` runs the migrations in {subject.Directory}, which has no `.sql` file{because}."),
        };
    }
}
