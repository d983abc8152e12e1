using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>How the data of a store is copied, put back, compared and asked, as commands that run inside its container: user, password and name of the database are in its own environment, and stay there.</summary>
public sealed record StoreCommands(StoreKind Kind, string File)
{
    private const string PostgresLogin = "-U \"${POSTGRES_USER:-postgres}\" -d \"${POSTGRES_DB:-${POSTGRES_USER:-postgres}}\"";

    private const string MySqlLogin = "-uroot -p\"${MYSQL_ROOT_PASSWORD:-$MARIADB_ROOT_PASSWORD}\"";

    private const string MySqlName = "\"${MYSQL_DATABASE:-$MARIADB_DATABASE}\"";

    /// <summary>Writes the copy to its standard output.</summary>
    public required string Dump { get; init; }

    /// <summary>Reads the copy from its standard input, into an empty store.</summary>
    public required string Restore { get; init; }

    /// <summary>Ends with 0 when the store answers.</summary>
    public required string Ready { get; init; }

    /// <summary>Prints a line for each table and each index, which is the same for the same content.</summary>
    public required string Compare { get; init; }

    /// <summary>Reads statements from its standard input and prints rows, a line each.</summary>
    public required string Client { get; init; }

    /// <summary>Makes the store empty before it is restored in its place.</summary>
    public string Empty { get; init; } = "true";

    public static StoreCommands? Of(StoreKind kind) =>
        kind switch
        {
            StoreKind.PostgreSql => PostgreSql,
            StoreKind.MySql => MySql,
            _ => null,
        };

    /// <remarks>Source: PostgreSQL 17 documentation, "pg_dump", "pg_restore". <c>pg_restore -l</c> accepts a file that was cut: only a restore proves it.</remarks>
    private static StoreCommands PostgreSql { get; } =
        new(StoreKind.PostgreSql, "database.dump")
        {
            Dump = $"exec pg_dump {PostgresLogin} -Fc",
            Restore = $"exec pg_restore {PostgresLogin} --exit-on-error --single-transaction --no-owner --no-privileges",
            Ready = $"exec pg_isready -h 127.0.0.1 -q {PostgresLogin}",
            Compare =
                $"exec psql -X -A -t -v ON_ERROR_STOP=1 {PostgresLogin} <<'SQL'\n"
                + """
                    select format('select %L || count(*) || '' '' || coalesce(sum(hashtext(t::text)::bigint), 0) from %I.%I t', 'table ' || schemaname || '.' || tablename || ' ', schemaname, tablename)
                    from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by schemaname, tablename \gexec
                    select 'index ' || indexdef from pg_indexes where schemaname not in ('pg_catalog', 'information_schema') order by 1;
                    SQL

                    """,
            Client = $"exec psql -X -q -A -t -v ON_ERROR_STOP=1 {PostgresLogin}",
            Empty =
                $"psql -X -q -v ON_ERROR_STOP=1 -U \"${{POSTGRES_USER:-postgres}}\" -d template1 -v name=\"${{POSTGRES_DB:-${{POSTGRES_USER:-postgres}}}}\" <<'SQL'\n"
                + "drop database if exists :\"name\" with (force);\ncreate database :\"name\";\nSQL\n",
        };

    /// <remarks>Source: MySQL 8.4 Reference Manual, "mysqldump".</remarks>
    private static StoreCommands MySql { get; } =
        new(StoreKind.MySql, "database.sql")
        {
            Dump =
                $"exec \"$(command -v mariadb-dump || command -v mysqldump)\" {MySqlLogin} --single-transaction --routines --events {MySqlName}",
            Restore = $"exec \"$(command -v mariadb || command -v mysql)\" {MySqlLogin} {MySqlName}",
            Ready = $"exec \"$(command -v mariadb || command -v mysql)\" {MySqlLogin} -h 127.0.0.1 -e 'select 1'",
            Client = $"exec \"$(command -v mariadb || command -v mysql)\" {MySqlLogin} -N -B --raw {MySqlName}",
            Compare =
                $"c=\"$(command -v mariadb || command -v mysql)\"; for t in $($c {MySqlLogin} -N -e 'show tables' {MySqlName}); do $c {MySqlLogin} -N -e \"checksum table \\`$t\\`\" {MySqlName}; done; "
                + $"exec $c {MySqlLogin} -N -e 'select table_name, index_name, seq_in_index, column_name from information_schema.statistics where table_schema = database() order by 1, 2, 3' {MySqlName}",
        };
}
