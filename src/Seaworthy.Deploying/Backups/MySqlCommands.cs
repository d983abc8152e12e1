using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>Copies of MySQL and MariaDB: all databases but those of the server, with views, routines, triggers and events. Users and their rights are not in them.</summary>
/// <remarks>
/// Sources: MySQL 8.4 Reference Manual, "mysqldump", "Environment Variables"; MariaDB documentation, "mariadb-dump"; "README" of the images mysql and mariadb of Docker Hub (variables, and a first server without a network that fills the directory).
/// A text that was cut between two statements is restored without an error, so it ends with a statement of ours.
/// </remarks>
internal static class MySqlCommands
{
    private const string End = "whole";

    private const string OfServer = "('mysql', 'information_schema', 'performance_schema', 'sys')";

    /// <summary>The password is in the environment of the client: only root and the owner of its process read it there.</summary>
    private const string Login =
        ContainerScript.Value
        + ContainerScript.Stop
        + """
            u=root
            p=$(v MARIADB_ROOT_PASSWORD MYSQL_ROOT_PASSWORD)
            if [ -z "$p$MARIADB_ALLOW_EMPTY_ROOT_PASSWORD$MYSQL_ALLOW_EMPTY_PASSWORD" ] && [ -n "$(v MARIADB_USER MYSQL_USER)" ]; then
              u=$(v MARIADB_USER MYSQL_USER)
              p=$(v MARIADB_PASSWORD MYSQL_PASSWORD)
            fi
            export MYSQL_PWD="$p"
            o="--default-character-set=utf8mb4 --max-allowed-packet=1G"
            c() { "$(command -v mariadb || command -v mysql || echo mysql)" -u"$u" $o -N -B --raw "$@"; }

            """;

    /// <summary>Names of databases as a statement takes them.</summary>
    private const string Quoted = "concat('`', replace(schema_name, '`', '``'), '`')";

    public static StoreCommands All { get; } =
        new(StoreKind.MySql, "databases.sql")
        {
            Dump =
                Login
                + $$"""
                    names=$(c -e "select schema_name from information_schema.schemata where schema_name not in {{OfServer}} order by 1") || exit
                    set -f
                    IFS='
                    '
                    set -- $names
                    unset IFS
                    [ $# = 0 ] || "$(command -v mariadb-dump || command -v mysqldump || echo mysqldump)" -u"$u" $o --single-transaction --quick --routines --events --no-tablespaces --loose-set-gtid-purged=OFF --databases "$@" || exit
                    echo "select '{{End}}';"

                    """,
            Restore = Login + $"said=$(c) || exit\n[ \"$said\" = {End} ] || stop 'the copy does not reach its end'\n",
            Ready = Login + "[ \"$(c -e 'select @@skip_networking')\" = 0 ]\n",
            Client = Login + "n=$(v MARIADB_DATABASE MYSQL_DATABASE)\nc ${n:+\"$n\"}\n",
            Compare = Login + Tables + Shapes,
            Prepare = Login + "c -e 'set global max_allowed_packet = 1073741824'\n",
            Empty =
                Login
                + $$"""
                    c -e "select concat('kill ', id, ';') from information_schema.processlist where db not in {{OfServer}} and id <> connection_id()" | c --force 2>/dev/null
                    drops=$(c <<'SQL'
                    select concat('drop database ', {{Quoted}}, ';') from information_schema.schemata where schema_name not in {{OfServer}};
                    SQL
                    ) || exit
                    printf 'set lock_wait_timeout = 60;\nset foreign_key_checks = 0;\n%s\n' "$drops" | c

                    """,
        };

    private const string Tables = $$"""
        checks=$(c <<'SQL'
        select concat('checksum table `', replace(table_schema, '`', '``'), '`.`', replace(table_name, '`', '``'), '`;') from information_schema.tables
        where table_schema not in {{OfServer}} and table_type = 'BASE TABLE' order by table_schema, table_name;
        SQL
        ) || exit
        sums=$(printf '%s\n' "$checks" | c) || exit
        printf '%s\n' "$sums" | while IFS="$(printf '\t')" read -r name sum; do [ -z "$name" ] || echo "table $name $sum"; done

        """;

    /// <summary>Everything that is not a row: what a copy without it would lack. Bodies are long, so their hash stands for them.</summary>
    private const string Shapes = $$"""
        c <<'SQL'
        select concat_ws(' ', 'database', schema_name, default_character_set_name, default_collation_name) from information_schema.schemata where schema_name not in {{OfServer}} order by 1;
        select concat_ws(' ', 'column', table_schema, table_name, ordinal_position, column_name, column_type, is_nullable, md5(column_default), collation_name, extra) from information_schema.columns where table_schema not in {{OfServer}} order by 1;
        select concat_ws(' ', 'index', table_schema, table_name, index_name, non_unique, seq_in_index, column_name, sub_part, index_type) from information_schema.statistics where table_schema not in {{OfServer}} order by 1;
        select concat_ws(' ', 'key', constraint_schema, table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name, referenced_column_name) from information_schema.key_column_usage where constraint_schema not in {{OfServer}} and referenced_table_name is not null order by 1;
        select concat_ws(' ', 'view', table_schema, table_name, md5(view_definition)) from information_schema.views where table_schema not in {{OfServer}} order by 1;
        select concat_ws(' ', 'routine', routine_schema, routine_type, routine_name, md5(routine_definition)) from information_schema.routines where routine_schema not in {{OfServer}} order by 1;
        select concat_ws(' ', 'trigger', trigger_schema, trigger_name, action_timing, event_manipulation, event_object_table, md5(action_statement)) from information_schema.triggers where trigger_schema not in {{OfServer}} order by 1;
        select concat_ws(' ', 'event', event_schema, event_name, event_type, interval_value, interval_field, md5(event_definition)) from information_schema.events where event_schema not in {{OfServer}} order by 1;
        SQL

        """;
}
