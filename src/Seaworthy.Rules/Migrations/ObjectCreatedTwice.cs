using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration creates a table or type that an earlier one creates.</summary>
internal sealed class ObjectCreatedTwice : Rule<MigrationHistory>
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/object-created-twice",
            Title = "Object created by two migrations",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Rationale =
                "On a new database the tool stops at this migration (`already exists`): no new environment, test database or restored installation gets a schema.",
            Holds = "Each migration creates what no earlier one has created.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history => history.LeftOutBy is null && history.Files.Any(file => file.CreatedObjects.Count > 0));

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment)
    {
        var files = RepeatedObjects.InOrder(subject, deployment);
        foreach (var same in RepeatedObjects.Of(files).GroupBy(each => each.In))
        {
            List<RepeatedObject> repeated = [.. same];
            var first = repeated[0];
            var names = NameList.Of([.. repeated.Select(each => $"{each.Object.Kind} `{each.Object.Name}`")], MostNames);
            var message =
                $"{Name(first.In)} creates {names} again; {Name(first.FirstIn)} has created {(repeated.Count == 1 ? "it" : "the first")}";
            yield return (
                IsOrderKnown(subject, deployment)
                    ? Fail(first.Object.Span, $"{message}: on an empty database {ToolOf(subject, deployment)} stops there.")
                    : LikelyFail(first.Object.Span, $"{message}: on an empty database the second statement fails.").As(Severity.High)
            )
                .Related(first.First.Span, "created here")
                .Related(repeated.Skip(1).Select(each => each.Object.Span), "again too")
                .Related(subject.RunBy.Take(1).Select(run => run.Span), "runs them")
                .Remedy(
                    $"Remove the {(repeated.Count == 1 ? "statement" : $"{repeated.Count} statements")} from {first.In.File.Path}, or write an `ALTER` for what {(repeated.Count == 1 ? "it adds" : "they add")}."
                )
                .Verify(TreeCheck.Gone(repeated.Select(each => each.Object.Span)));
        }
    }

    /// <summary>Prisma's and Diesel's files all have one name.</summary>
    private static string Name(MigrationFile file) =>
        file.Tool is MigrationTool.Prisma or MigrationTool.Diesel
            ? $"{file.File.Directory[(file.File.Directory.LastIndexOf('/') + 1)..]}/{file.File.Name}"
            : file.File.Name;

    private static string ToolOf(MigrationHistory history, Deployment deployment) =>
        MigrationToolTitle.Of(RepeatedObjects.Journal(history, deployment) is null ? history.Tool : MigrationTool.Drizzle);

    /// <summary>A tool that is known runs the files; scripts of plain SQL may be run by hand, and some of them never.</summary>
    private static bool IsOrderKnown(MigrationHistory history, Deployment deployment) =>
        history.IsToolNamed
        && (
            history.Tool is not (MigrationTool.PlainSql or MigrationTool.Drizzle)
            || history.Directory is "supabase/migrations"
            || history.Directory.EndsWith("/supabase/migrations", StringComparison.Ordinal)
            || RepeatedObjects.Journal(history, deployment) is not null
        );
}
