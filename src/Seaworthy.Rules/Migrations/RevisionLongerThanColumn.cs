using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A revision of Alembic has an id that its table of versions cannot hold.</summary>
internal sealed class RevisionLongerThanColumn : Rule<MigrationHistory>
{
    // Source: alembic/ddl/impl.py, DefaultImpl.version_table_impl: Column("version_num", String(32)).
    private const int Column = 32;

    private static readonly string[] Strict = ["psycopg", "psycopg2", "psycopg2-binary", "asyncpg", "pg8000"];
    private static readonly string[] Lax = ["aiosqlite", "pysqlite3"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/revision-longer-than-column",
            Title = "Revision id that the version table cannot hold",
            Area = Area.Migrations,
            Severity = Severity.High,
            Rationale =
                "PostgreSQL refuses the id when the migration is done, and takes the migration back with it: no deployment gets past it.",
            Holds = "Every revision id fits into the version table.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history => history is { Tool: MigrationTool.Alembic, Files.Count: > 0 });

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment)
    {
        var tooLong = subject.Files.Where(file => file.Id.Length > Column).ToList();
        if (tooLong.Count == 0)
        {
            yield break;
        }

        var first = tooLong[0];
        var message =
            $"Revision {first.Id} has {first.Id.Length} characters, but alembic_version.version_num is VARCHAR({Column})"
            + (tooLong.Count > 1 ? $"; {tooLong.Count - 1} more {(tooLong.Count == 2 ? "is" : "are")} as long." : ".");
        if (subject.ColumnChangedAt is { } change)
        {
            yield return Unknown(first.IdSpan, $"{message} Whether {change} widens it cannot be told.");
            yield break;
        }

        if (subject.LeftOutBy is { } other)
        {
            yield return Warn(first.IdSpan, $"{message} Alembic does not read {subject.Directory} so far: {other} names another directory.")
                .As(Severity.Low)
                .Related(other);
            yield break;
        }

        // SQLite holds no text to its length.
        var verdict =
            Uses(subject, Strict) && (!Uses(subject, Lax) || IsForPostgres(deployment))
                ? Fail(first.IdSpan, $"{message} PostgreSQL refuses it, and the migration is taken back.")
                : Warn(first.IdSpan, $"{message} PostgreSQL and MySQL refuse it, SQLite does not mind.").As(Severity.Medium);
        yield return verdict
            .Related(tooLong.Skip(1).Select(file => file.IdSpan), "too long as well")
            .Related(subject.RunBy.FirstOrDefault()?.Span, "runs them")
            .Remedy(
                $"Shorten the id in {first.IdSpan} and in the `down_revision` that names it to {Column} characters at most, unless a database has run it already."
            )
            .Verify($"alembic upgrade head   # against an empty PostgreSQL");
    }

    /// <summary>The driver of SQLite may be there for tests: what the configuration names is what is migrated.</summary>
    private static bool IsForPostgres(Deployment deployment) =>
        deployment
            .Of<MigrationConfiguration>()
            .Where(file => file is { Tool: MigrationTool.Alembic, Url.Value.Length: > 0 })
            .Select(file => file.Url?.Value ?? "")
            .ToList()
            is { Count: > 0 } addresses
        && addresses.TrueForAll(address => address.StartsWith("postgres", StringComparison.Ordinal));

    private static bool Uses(MigrationHistory history, string[] packages) =>
        history
            .Component?.Manifests.OfType<Model.Declared.Manifests.Manifest>()
            .Any(manifest => packages.Any(package => manifest.FindDependency(package) is not null)) == true;
}
