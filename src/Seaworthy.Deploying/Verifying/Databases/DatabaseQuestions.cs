using System.Globalization;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>What a database is asked, as statements of its own language. Nothing is written, nothing waits long, and no text of a running query is read: it may hold values.</summary>
/// <param name="Facts">Tables, indexes, sessions.</param>
/// <param name="Rows">The rows of tables.</param>
public sealed record DatabaseQuestions(string Facts, Func<IReadOnlyList<TableName>, string> Rows)
{
    /// <summary>A lock that is held for so long keeps others waiting.</summary>
    private const int LockSeconds = 5;

    private const int MostRows = 20_000;

    /// <summary>Null for a store that is not asked.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="transactions">How long a transaction may be open.</param>
    public static DatabaseQuestions? Of(StoreKind kind, TimeSpan transactions)
    {
        var seconds = ((int)transactions.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            StoreKind.PostgreSql => new DatabaseQuestions(PostgreSql(seconds), tables => Timid + Ask(tables, PostgreSqlRows)),
            StoreKind.MySql => new DatabaseQuestions(MySql(seconds), tables => TimidMySql + Ask(tables, MySqlRows)),
            _ => null,
        };
    }

    private const string Timid = """
        set statement_timeout = '10s';
        set lock_timeout = '2s';
        set default_transaction_read_only = on;

        """;

    private static string Names { get; } =
        string.Join(", ", HistoryTable.All.Select(table => table.Name).Distinct(StringComparer.Ordinal).Select(name => $"'{name}'"));

    /// <remarks>Source: PostgreSQL 17 documentation, "The Cumulative Statistics System", "pg_locks", "pg_index". A dump is one long transaction by design.</remarks>
    private static string PostgreSql(string seconds) =>
        Timid
        + $"""
            select json_build_array('table', schemaname, tablename) from pg_catalog.pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') limit {MostRows};
            select json_build_array('column', table_schema, table_name, column_name) from information_schema.columns
            where table_name in ({Names});
            select json_build_array('index', n.nspname, t.relname, i.relname, x.indisvalid)
            from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid join pg_catalog.pg_class t on t.oid = x.indrelid
            join pg_catalog.pg_namespace n on n.oid = t.relnamespace
            where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') limit {MostRows};
            select json_build_array('transaction', pid, coalesce(application_name, ''), coalesce(state, ''), extract(epoch from clock_timestamp() - xact_start)::int)
            from pg_catalog.pg_stat_activity
            where backend_type = 'client backend' and datname = current_database() and pid <> pg_backend_pid()
            and coalesce(application_name, '') <> 'pg_dump' and clock_timestamp() - xact_start > interval '{seconds} seconds' limit 100;
            select json_build_array('lock', a.pid, coalesce(a.application_name, ''), coalesce(a.state, ''), extract(epoch from clock_timestamp() - a.xact_start)::int, l.mode, c.relname)
            from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid join pg_catalog.pg_class c on c.oid = l.relation
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where l.granted and l.locktype = 'relation' and l.mode in ('AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock')
            and l.database = (select oid from pg_catalog.pg_database where datname = current_database()) and c.relkind in ('r', 'p')
            and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            and a.pid <> pg_backend_pid() and clock_timestamp() - a.xact_start > interval '{LockSeconds} seconds' limit 100;
            select json_build_array('wait', pid, extract(epoch from clock_timestamp() - query_start)::int, coalesce((pg_blocking_pids(pid))[1], 0))
            from pg_catalog.pg_stat_activity
            where wait_event_type = 'Lock' and datname = current_database() and clock_timestamp() - query_start > interval '{LockSeconds} seconds' limit 100;

            """;

    /// <summary>The database that the environment names; without a name, all that are not the server's.</summary>
    private const string OwnSchema =
        "table_schema = coalesce(database(), table_schema) and table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')";

    // A comment of one server is a setting of the other, and the first question of either would fail with the other's name.
    private const string TimidMySql = """
        set time_zone = 'SYSTEM', lock_wait_timeout = 2, /*!50708 max_execution_time = 10000, */ /*M!100100 max_statement_time = 10, */ group_concat_max_len = 1024;
        set session transaction read only;

        """;

    /// <remarks>Source: MySQL 8.4 Reference Manual, "INFORMATION_SCHEMA Tables", "The INFORMATION_SCHEMA INNODB_TRX Table", "Examining Server Thread (Process) Information"; MariaDB documentation, "Comment Syntax". What others do is for a user with the right PROCESS alone.</remarks>
    private static string MySql(string seconds) =>
        TimidMySql
        + $"""
            select json_array('table', table_schema, table_name) from information_schema.tables
            where {OwnSchema} and table_type = 'BASE TABLE' limit {MostRows};
            select json_array('column', table_schema, table_name, column_name) from information_schema.columns
            where {OwnSchema} and table_name in ({Names});
            select json_array('index', table_schema, table_name, index_name, 1) from information_schema.statistics
            where {OwnSchema} and seq_in_index = 1 limit {MostRows};
            set @sees = (select count(*) from information_schema.user_privileges
            where privilege_type = 'PROCESS' and grantee = concat('\'', replace(current_user(), '@', '\'@\''), '\''));
            {Gated(
                $"select json_array('transaction', trx_mysql_thread_id, '', lower(trx_state), timestampdiff(second, trx_started, now())) from information_schema.innodb_trx where trx_mysql_thread_id <> connection_id() and timestampdiff(second, trx_started, now()) > {seconds} limit 100"
            )}
            {Gated(
                $"select json_array('wait', trx_mysql_thread_id, timestampdiff(second, trx_wait_started, now()), 0) from information_schema.innodb_trx where trx_wait_started is not null and timestampdiff(second, trx_wait_started, now()) > {LockSeconds} limit 100"
            )}
            {Gated(
                $"select json_array('wait', id, time, 0) from information_schema.processlist where state like 'Waiting for%lock%' and time > {LockSeconds} limit 100"
            )}

            """;

    private static string Gated(string question) =>
        $"set @question = if(@sees, {Text(question)}, 'select json_array(\'\'unseen\'\')'); prepare question from @question; execute question;";

    private static string Ask(IEnumerable<TableName> tables, Func<TableName, string> rows) => string.Concat(tables.Select(rows));

    private static string PostgreSqlRows(TableName table) =>
        $"select json_build_array('row', {Text(table.Schema)}, {Text(table.Name)}{Cells(table, column => $"{Quoted(column, '"')}::text")}) from {Quoted(table.Schema, '"')}.{Quoted(table.Name, '"')} limit {MostRows};\n";

    private static string MySqlRows(TableName table) =>
        $"select json_array('row', {Text(table.Schema)}, {Text(table.Name)}{Cells(table, column => $"cast({Quoted(column, '`')} as char)")}) from {Quoted(table.Schema, '`')}.{Quoted(table.Name, '`')} limit {MostRows};\n";

    private static string Cells(TableName table, Func<string, string> cell) =>
        string.Concat(table.Columns.Select(column => ", " + cell(column)));

    /// <summary>Names come from the database, and from a table of ours: a quote in one stays a part of it.</summary>
    private static string Quoted(string name, char quote) =>
        $"{quote}{name.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)}{quote}";

    // A backslash would be an escape for MySQL.
    private static string Text(string name) =>
        $"'{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
