using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>Copies of PostgreSQL.</summary>
/// <remarks>Source: PostgreSQL 17 documentation, "pg_dump", "pg_restore". <c>pg_restore -l</c> accepts a file that was cut: only a restore proves it.</remarks>
internal static class PostgreSqlCommands
{
    private const string Login = "-U \"${POSTGRES_USER:-postgres}\" -d \"${POSTGRES_DB:-${POSTGRES_USER:-postgres}}\"";

    public static StoreCommands All { get; } =
        new(StoreKind.PostgreSql, "database.dump")
        {
            Dump = $"exec pg_dump {Login} -Fc",
            Restore = $"exec pg_restore {Login} --exit-on-error --single-transaction --no-owner --no-privileges",
            Ready = $"exec pg_isready -h 127.0.0.1 -q {Login}",
            Compare =
                $"exec psql -X -A -t -v ON_ERROR_STOP=1 {Login} <<'SQL'\n"
                + """
                    select format('select %L || count(*) || '' '' || coalesce(sum(hashtext(t::text)::bigint), 0) from %I.%I t', 'table ' || schemaname || '.' || tablename || ' ', schemaname, tablename)
                    from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by schemaname, tablename \gexec
                    select 'index ' || indexdef from pg_indexes where schemaname not in ('pg_catalog', 'information_schema') order by 1;
                    SQL

                    """,
            Client = $"exec psql -X -q -A -t -v ON_ERROR_STOP=1 {Login}",
            Empty =
                $"psql -X -q -v ON_ERROR_STOP=1 -U \"${{POSTGRES_USER:-postgres}}\" -d template1 -v name=\"${{POSTGRES_DB:-${{POSTGRES_USER:-postgres}}}}\" <<'SQL'\n"
                + "drop database if exists :\"name\" with (force);\ncreate database :\"name\";\nSQL\n",
        };
}
