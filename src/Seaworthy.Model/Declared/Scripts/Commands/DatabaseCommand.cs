using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A client, dump or restore of a data store: <c>psql</c>, <c>pg_dump</c>, <c>mysql</c>, <c>mongodump</c>, <c>redis-cli</c>…</summary>
public sealed record DatabaseCommand(ShellCommand Command, string Tool, DatabasePurpose Purpose) : KnownCommand(Command)
{
    private static readonly OptionGrammar Postgres = new(
        """
        -h --host -p --port -U --username -d --dbname -f --file -c --command -v --set -F --format -t --table -n --schema -j --jobs -o --output -T -N
        -D --pgdata -S --superuser -Z --compress -l --database
        """
    );
    private static readonly OptionGrammar Mysql = new(
        """
        -h --host -P --port -u --user -D --database -e --execute -r --result-file --defaults-file --defaults-extra-file -S --socket
        """
    );
    private static readonly OptionGrammar Mongo = new(
        """
        -h --host --port -u --username -p --password -d --db -c --collection -o --out --uri --authenticationDatabase --eval --file --nsInclude
        """
    );
    private static readonly OptionGrammar Redis = new("-h -p -a -u -n --rdb --user --pass");

    /// <summary>A file names a start-up file of psql, which may set what options do not.</summary>
    /// <remarks>Source: PostgreSQL documentation, "psql", "Files" and "Environment": <c>.psqlrc</c>, <c>PSQLRC</c>.</remarks>
    public static bool NamesStartFile(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Mentions("psqlrc", StringComparison.OrdinalIgnoreCase);
    }

    public ShellWord? Host { get; init; }

    public ShellWord? Port { get; init; }

    public ShellWord? User { get; init; }

    /// <summary>The database's name, or a connection URL.</summary>
    public ShellWord? Database { get; init; }

    /// <summary>Scripts or archives that are read: <c>-f</c>, <c>&lt; file</c>, the operand of a restore.</summary>
    public IReadOnlyList<ShellWord> Inputs { get; init; } = [];

    /// <summary>Where a dump goes: <c>-f</c>, <c>--out</c>, <c>&gt; file</c>.</summary>
    public ShellWord? Output { get; init; }

    /// <summary>A dump of the tables' form alone: no data can be got back from it.</summary>
    public bool IsWithoutData { get; init; }

    /// <summary>A statement on the command line.</summary>
    public ShellWord? Statement { get; init; }

    /// <summary>How many statements stand on the command line of <c>psql</c>.</summary>
    public int StatementCount { get; init; }

    internal static DatabaseCommand? Of(CommandLine line) =>
        line.Program switch
        {
            "psql" => OfPostgres(line, DatabasePurpose.Client),
            "pg_dump" or "pg_dumpall" or "pg_basebackup" => OfPostgres(line, DatabasePurpose.Dump),
            "pg_restore" => OfPostgres(line, DatabasePurpose.Restore),
            "createdb" or "dropdb" or "createuser" => OfPostgres(line, DatabasePurpose.Client),
            "mysql" or "mariadb" => OfMysql(line, DatabasePurpose.Client),
            "mysqldump" or "mariadb-dump" => OfMysql(line, DatabasePurpose.Dump),
            "mongo" or "mongosh" => OfMongo(line, DatabasePurpose.Client),
            "mongodump" or "mongoexport" => OfMongo(line, DatabasePurpose.Dump),
            "mongorestore" or "mongoimport" => OfMongo(line, DatabasePurpose.Restore),
            "redis-cli" or "valkey-cli" => OfRedis(line),
            "sqlite3" => OfSqlite(line),
            _ => null,
        };

    private static DatabaseCommand OfPostgres(CommandLine line, DatabasePurpose purpose)
    {
        var options = line.Options(Postgres);
        var file = options.Values("-f", "--file");
        var isDump = purpose == DatabasePurpose.Dump;
        return new DatabaseCommand(line.Command, line.Program, purpose)
        {
            Host = options.Value("-h", "--host"),
            Port = options.Value("-p", "--port"),
            User = options.Value("-U", "--username"),
            Database = options.Value("-d", "--dbname") ?? (purpose == DatabasePurpose.Restore ? null : options[0]),
            Inputs = isDump ? [] : [.. file, .. purpose == DatabasePurpose.Restore ? options.Operands : [], .. Redirected(line, "<")],
            Output = isDump
                ? file.Count > 0
                    ? file[^1]
                    : options.Value("-D", "--pgdata") ?? Redirected(line, ">", ">>", "1>").LastOrDefault()
                : null,
            IsWithoutData = isDump && options.Has("-s", "--schema-only"),
            Statement = options.Value("-c", "--command"),
            StatementCount = options.Values("-c", "--command").Count,
        };
    }

    private static DatabaseCommand OfMysql(CommandLine line, DatabasePurpose purpose)
    {
        var options = line.Options(Mysql);
        return new DatabaseCommand(line.Command, line.Program, purpose)
        {
            Host = options.Value("-h", "--host"),
            Port = options.Value("-P", "--port"),
            User = options.Value("-u", "--user"),
            Database = options.Value("-D", "--database") ?? options[0],
            Inputs = Redirected(line, "<"),
            Output =
                purpose == DatabasePurpose.Dump
                    ? options.Value("-r", "--result-file") ?? Redirected(line, ">", ">>", "1>").LastOrDefault()
                    : null,
            IsWithoutData = purpose == DatabasePurpose.Dump && options.Has("-d", "--no-data"),
            Statement = options.Value("-e", "--execute"),
        };
    }

    private static DatabaseCommand OfMongo(CommandLine line, DatabasePurpose purpose)
    {
        var options = line.Options(Mongo);
        return new DatabaseCommand(line.Command, line.Program, purpose)
        {
            Host = options.Value("-h", "--host"),
            Port = options.Value("--port"),
            User = options.Value("-u", "--username"),
            Database = options.Value("-d", "--db", "--uri") ?? (purpose == DatabasePurpose.Client ? options[0] : null),
            Inputs =
                purpose == DatabasePurpose.Restore
                    ? [.. options.Values("--file"), .. options.Operands]
                    : [.. options.Operands.Skip(1), .. Redirected(line, "<")],
            Output = purpose == DatabasePurpose.Dump ? options.Value("-o", "--out") : null,
            Statement = options.Value("--eval"),
        };
    }

    private static DatabaseCommand OfRedis(CommandLine line)
    {
        var options = line.Options(Redis);
        return new DatabaseCommand(line.Command, line.Program, options.Has("--rdb") ? DatabasePurpose.Dump : DatabasePurpose.Client)
        {
            Host = options.Value("-h"),
            Port = options.Value("-p"),
            Database = options.Value("-u"),
            Output = options.Value("--rdb"),
        };
    }

    private static DatabaseCommand OfSqlite(CommandLine line)
    {
        var options = line.Options(new OptionGrammar("-cmd -init") { HasSingleDash = true });
        var isDump = options[1]?.Prefix is ['.', 'b', 'a', 'c', 'k', ..] or ['.', 'd', 'u', 'm', 'p', ..];
        return new DatabaseCommand(line.Command, line.Program, isDump ? DatabasePurpose.Dump : DatabasePurpose.Client)
        {
            Database = options[0],
            Inputs = Redirected(line, "<"),
            Statement = options[1],
        };
    }

    private static IReadOnlyList<ShellWord> Redirected(CommandLine line, params IReadOnlyList<string> operators) =>
        [
            .. line
                .Command.Redirects.Where(redirect => operators.Contains(redirect.Operator) && redirect.Target.Literal != "/dev/null")
                .Select(redirect => redirect.Target),
        ];
}
