using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration changes a table that none creates: the history was begun on a database that had it.</summary>
internal sealed class ChangedTableNeverCreated : Rule<MigrationHistory>
{
    private const int MostPlaces = 10;

    private static readonly HashSet<string> OfExtensions = new(StringComparer.OrdinalIgnoreCase) { "spatial_ref_sys", "schema_migrations" };

    private static readonly PerDeployment<HashSet<string>> Created = new(deployment =>
        deployment
            .Of<MigrationFile>()
            .SelectMany(file => file.CreatedTables.Select(table => table.Value).Concat(file.OtherNames))
            .Concat(deployment.Of<SqlScript>().SelectMany(script => script.Tables))
            .Select(NameOf)
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/changed-table-never-created",
            Title = "Migration of nonexistent table",
            Area = Area.Migrations,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "On a new database the tool stops at this migration: no new environment, test database or restored installation gets a schema.",
            Holds = "Some migration or script creates every table that a migration changes.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history =>
            history is { LeftOutBy: null, MissingParents.Count: 0 } && history.Files.Any(file => file.ChangedTables.Count > 0)
        );

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment)
    {
        var created = Created.Of(deployment);
        var missing = subject
            .Files.SelectMany(file => file.ChangedTables)
            .Where(table => IsOwn(table.Value) && !created.Contains(NameOf(table.Value)))
            .DistinctBy(table => NameOf(table.Value), StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (missing is not [var first, ..] || BeginsLater(subject))
        {
            yield break;
        }

        var names = NameList.Of([.. missing.Select(table => $"`{NameOf(table.Value)}`")], 4);
        var message = $"{first.Span.File.Name} changes {names}, which no migration creates";
        if ((Maker(deployment) ?? CreatedInCode(missing, deployment)) is { } maker)
        {
            yield return Unknown(first.Span, $"{message}; unknown whether {maker} creates {(missing.Count == 1 ? "it" : "them")} before.")
                .Related(maker);
            yield break;
        }

        yield return (
            subject.GoesOnAfterError
                ? Warn(first.Span, $"{message}: on an empty database psql reports the error, goes on and returns 0.").As(Severity.Medium)
                : Warn(first.Span, $"{message}: on an empty database {MigrationToolTitle.Of(subject.Tool)} stops there.")
        )
            .Related(missing.Skip(1).Take(MostPlaces).Select(table => table.Span))
            .Related(subject.RunBy.Take(1).Select(run => run.Span), "runs them")
            .Remedy(
                $"Put a migration before the first one that creates {names} as they were then, and mark it as applied where the database has {(missing.Count == 1 ? "it" : "them")}."
            )
            .Verify(
                $"git grep -niE {$"create table.*{NameOf(first.Value)}|create_table.*{NameOf(first.Value)}"} -- {subject.Directory}   # must find it"
            );
    }

    /// <summary>Source with the statement itself, which runs at some time.</summary>
    private static SourceSpan? CreatedInCode(IReadOnlyList<Fact<string>> tables, Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest)
            .FirstOrDefault(file => tables.All(table => file.Creates(NameOf(table.Value))))
            ?.File.Whole;

    private static string NameOf(string table) => table[(table.LastIndexOf('.') + 1)..];

    /// <summary>Schemas such as Supabase's <c>auth</c> and <c>storage</c> are there before.</summary>
    private static bool IsOwn(string table) =>
        table.LastIndexOf('.') is var dot
        && (dot < 0 || table[..dot].ToUpperInvariant() is "PUBLIC" or "DBO")
        && !OfExtensions.Contains(NameOf(table));

    // Flyway is pointed at a database that is there by a baseline.
    private static bool BeginsLater(MigrationHistory history) =>
        history.Tool == MigrationTool.Flyway
        && !history.Files.Any(file =>
            file.Id.TrimStart('0') is "1"
            || file.Id.StartsWith("1.", StringComparison.Ordinal)
            || file.Id.StartsWith("1_", StringComparison.Ordinal)
        );

    /// <summary>Code that creates the tables of its models.</summary>
    private static SourceSpan? Maker(Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest)
            .SelectMany(file => file.Settings)
            .Where(setting =>
                setting.Name
                    is FrameworkSetting.SchemaCreated
                        or FrameworkSetting.SchemaCreatedByMain
                        or "schema.ensureCreated"
                        or "typeorm.synchronize"
                        or "migrations.atStartup"
            )
            .Select(setting => (SourceSpan?)setting.Span)
            .FirstOrDefault();
}
