using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>An Alembic revision has an id that is longer than the column of the version table.</summary>
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
            Title = "Alembic revision ID too long",
            Area = Area.Migrations,
            Severity = Severity.High,
            Rationale =
                "PostgreSQL rejects the ID at the end of the migration and rolls the migration back, so no deployment gets past it.",
            Holds = "Every revision ID fits the version table.",
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
            $"Revision `{first.Id}` has {first.Id.Length} characters, but `alembic_version.version_num` is VARCHAR({Column})"
            + (tooLong.Count > 1 ? $", and {tooLong.Count - 1} more {(tooLong.Count == 2 ? "is" : "are")} too long." : ".");
        if (subject.ColumnChangedAt is { } change)
        {
            yield return Unknown(first.IdSpan, $"{message} Unknown whether {change} widens it.");
            yield break;
        }

        if (subject.LeftOutBy is { } other)
        {
            yield return Warn(first.IdSpan, $"{message} Alembic does not read {subject.Directory} yet: {other} names another directory.")
                .As(Severity.Low)
                .Related(other);
            yield break;
        }

        // SQLite does not enforce the length of text.
        var verdict =
            Uses(subject, Strict) && (!Uses(subject, Lax) || IsForPostgres(deployment))
                ? Fail(first.IdSpan, message)
                : Warn(first.IdSpan, $"{message} PostgreSQL and MySQL reject it; SQLite does not.").As(Severity.Medium);
        yield return verdict
            .Related(tooLong.Skip(1).Select(file => file.IdSpan), "too long as well")
            .Related(subject.RunBy.FirstOrDefault()?.Span, "runs them")
            .Remedy(
                $"Shorten the ID to {Column} characters in {first.IdSpan} and in the `down_revision` that names it, unless a database has already run it."
            )
            .Verify($"alembic upgrade head   # against an empty PostgreSQL");
    }

    /// <summary>A SQLite driver may be there for tests only: the configured database decides.</summary>
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
