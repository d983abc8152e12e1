using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>Copies of stores that are no PostgreSQL, made of real servers: put back in the place of other data, row by row and key by key, and refused where they were cut.</summary>
public sealed class StoreTrialTests(ITestOutputHelper output)
{
    private const string Word = "not-for-ps 4711$\\#";

    [Fact]
    public void A_copy_of_MariaDB_brings_back_rows_views_routines_triggers_events_and_databases()
    {
        Assert.SkipWhen(Engine.MissingStoresBecause is not null, Engine.MissingStoresBecause ?? "");
        var clock = Stopwatch.StartNew();
        using var project = Deployed("copiesmaria", 21511, MariaProject);
        Maria(project, "db", "root", MariaSeed);
        Maria(
            project,
            "small",
            "app",
            "use sh_op; create table t (id int); insert into t values (1); create procedure p() select id from t;"
        );
        Succeeds(project, project.Ask("verify"));
        Assert.Contains("the user of small does not see what others do", project.Output, StringComparison.Ordinal);
        var before = (Maria(project, "db", "root", MariaState), Maria(project, "small", "app", "select * from sh_op.t; call sh_op.p();"));
        var seen = Watched(project, "db", () => Succeeds(project, project.Ask("backup")));
        Assert.Contains("dump", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("not-for-ps", seen, StringComparison.Ordinal);
        var (db, small) = (Id(project, "db"), Id(project, "small"));

        Maria(
            project,
            "db",
            "root",
            "use shop; drop view v; drop procedure p; drop trigger tr; drop event ev; delete from orders where id > 5; create table newer (id int); create database extra; drop database `other-db`;"
        );
        Maria(project, "small", "app", "use sh_op; create table newer (id int); drop table t; drop procedure p;");
        Succeeds(project, project.Ask("restore", "--id", db, "--yes"));
        Succeeds(project, project.Ask("restore", "--id", small, "--yes"));

        Assert.Equal(before.Item1, Maria(project, "db", "root", MariaState));
        Assert.Equal(before.Item2, Maria(project, "small", "app", "select * from sh_op.t; call sh_op.p();"));
        var left =
            Maria(project, "db", "root", "show databases; show tables in shop;") + Maria(project, "small", "app", "show tables in sh_op;");
        Assert.DoesNotContain("newer", left, StringComparison.Ordinal);
        Assert.DoesNotContain("extra", left, StringComparison.Ordinal);
        Drifts(project);
        // The rows of one table are missing, and no statement is cut in the middle.
        Refuses(project, db, "databases.sql", bytes => Before(bytes, "INSERT INTO `orders`"), "does not reach its end");
        Assert.Equal("2002", Maria(project, "db", "root", "select count(*) from shop.orders;").Trim());
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");
    }

    [Fact]
    public void A_copy_of_an_empty_MariaDB_is_restored()
    {
        Assert.SkipWhen(Engine.MissingStoresBecause is not null, Engine.MissingStoresBecause ?? "");
        using var project = Deployed("copiesempty", 21512, EmptyProject);
        Succeeds(project, project.Ask("backup"));
        Maria(project, "db", "root", "create database shop; create table shop.newer (id int);", "");

        Succeeds(project, project.Ask("restore", "--id", Id(project, "db"), "--yes"));

        Assert.DoesNotContain("shop", Maria(project, "db", "root", "show databases;", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_Redis_brings_back_every_key_with_and_without_an_append_only_file()
    {
        Assert.SkipWhen(Engine.MissingStoresBecause is not null, Engine.MissingStoresBecause ?? "");
        var clock = Stopwatch.StartNew();
        using var project = Deployed("copiesredis", 21513, RedisProject);
        foreach (var (service, port) in RedisServers)
        {
            Redis(project, service, port, RedisSeed);
        }

        var before = RedisServers.Select(server => Redis(project, server.Service, server.Port, RedisState)).ToList();
        var seen = Watched(project, "plain", () => Succeeds(project, project.Ask("backup")));
        Assert.Contains("--rdb", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("not-for-ps", seen, StringComparison.Ordinal);
        Assert.Contains("2006 compared", project.Output, StringComparison.Ordinal);
        var ids = RedisServers.Select(server => Id(project, server.Service)).ToList();
        foreach (var (service, port) in RedisServers)
        {
            Redis(project, service, port, "flushdb\nset newer 1\nselect 3\nset other changed\nselect 7\nset newer 7\n");
        }

        foreach (var id in ids)
        {
            Succeeds(project, project.Ask("restore", "--id", id, "--yes"));
        }

        Assert.Equal(before, RedisServers.Select(server => Redis(project, server.Service, server.Port, RedisState)));
        // What serves is on the disk as well: a server that is killed has no time to write.
        foreach (var (service, port) in RedisServers)
        {
            var container = project.Running(service)[0];
            Engine.Run("docker", "kill", container);
            Engine.Run("docker", "start", container);
            Thread.Sleep(1000);
            Redis(project, service, port, "ping");
        }

        Assert.Equal(before, RedisServers.Select(server => Redis(project, server.Service, server.Port, RedisState)));
        Assert.Equal("other", Redis(project, "kept", 6379, "config get masterauth").Split('\n')[1]);
        Assert.DoesNotContain(project.Containers(), name => name.Contains("scratch", StringComparison.Ordinal));
        Refuses(project, ids[0], "dump.rdb", bytes => bytes[..(bytes.Length / 2)], "cannot be restored");
        Assert.Equal(before[0], Redis(project, "kept", 6379, RedisState));
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");
    }

    [Fact]
    public void A_copy_of_SQLite_is_whole_while_programs_write()
    {
        Assert.SkipWhen(Engine.MissingStoresBecause is not null, Engine.MissingStoresBecause ?? "");
        var clock = Stopwatch.StartNew();
        using var project = Deployed("copiessqlite", 21514, SqliteProject);
        Thread.Sleep(2000);
        Succeeds(project, project.Ask("backup"));
        var id = Id(project, "web");
        var copied = Path.Combine(project.State, project.Name, "backups", id);
        var opened = Directory.CreateDirectory(Path.Combine(project.State, "opened")).FullName;
        foreach (var part in Directory.EnumerateFiles(copied, "sqlite-*.tar"))
        {
            Engine.Run("tar", "-C", opened, "-xf", part);
        }

        // Each transaction adds four pairs whose halves cancel out.
        var rows = Engine.Run("sqlite3", Path.Combine(opened, "app.db"), "select count(*), count(*) % 4, sum(a + b) from pairs").Trim();
        Assert.EndsWith("|0|0", rows, StringComparison.Ordinal);
        var count = rows.Split('|')[0];
        Assert.Equal("ok", Engine.Run("sqlite3", Path.Combine(opened, "roll.db"), "pragma integrity_check").Trim());
        Assert.DoesNotContain("Paused", Engine.Run("docker", "ps", "--format", "{{.Names}} {{.Status}}"), StringComparison.Ordinal);

        Sqlite(project, "create table newer (id int);");
        Sqlite(project, "delete from pairs where id = 1;");
        Succeeds(project, project.Ask("restore", "--id", id, "--yes"));
        Assert.Contains("/data/app.db, /data/roll.db of web: as on", project.Output, StringComparison.Ordinal);
        Assert.Equal($"{count}|0", Sqlite(project, $"select count(*), sum(a + b) from pairs where id <= {count};"));
        Assert.Equal("ok", Sqlite(project, "pragma integrity_check;"));
        Assert.DoesNotContain("newer", Sqlite(project, ".tables"), StringComparison.Ordinal);
        Assert.Single(project.Running("worker"));

        // The one without a write-ahead log, whose frames can stand for the pages that are damaged.
        Refuses(project, id, "sqlite-1.tar", Damaged, "is damaged");
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");
    }

    private const string MariaProject = """
        name: NAME
        services:
          db:
            image: mariadb:11
            environment:
              MARIADB_ROOT_PASSWORD: ${WORD:?set it in .env}
              MARIADB_DATABASE: shop
            volumes:
              - data:/var/lib/mysql
              - ./migrations:/migrations:ro
            healthcheck:
              test: ["CMD-SHELL", "mariadb-admin -h 127.0.0.1 ping"]
              interval: 1s
              retries: 30
          small:
            image: mariadb:11
            environment:
              MYSQL_RANDOM_ROOT_PASSWORD: "1"
              MYSQL_DATABASE: sh_op
              MYSQL_USER: app
              MYSQL_PASSWORD: ${WORD}
            volumes:
              - files:/var/lib/mysql
            healthcheck:
              test: ["CMD-SHELL", "mariadb-admin -h 127.0.0.1 ping"]
              interval: 1s
              retries: 30
        volumes:
          data:
          files:
        """;

    private const string EmptyProject = """
        name: NAME
        services:
          db:
            image: mariadb:11
            environment:
              MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: "1"
            volumes:
              - data:/var/lib/mysql
            healthcheck:
              test: ["CMD-SHELL", "mariadb-admin -h 127.0.0.1 ping"]
              interval: 1s
              retries: 30
        volumes:
          data:
        """;

    private const string RedisProject = """
        name: NAME
        services:
          kept:
            image: redis:7
            command: ["redis-server", "--appendonly", "yes", "--requirepass", "${WORD}", "--masterauth", "other"]
            volumes: [data:/data]
          plain:
            image: redis:7
            command: ["sh", "-c", "printf 'requirepass \"%s\"\\n' not-for-ps-4712 >/tmp/redis.conf; exec redis-server /tmp/redis.conf --port 6380"]
            volumes: [files:/data]
        volumes:
          data:
          files:
        """;

    private const string SqliteProject = """
        name: NAME
        services:
          web:
            image: keeper:1
            command:
              - sh
              - -c
              - |
                { echo "pragma journal_mode = wal; pragma wal_autocheckpoint = 50; pragma busy_timeout = 60000; create table if not exists pairs (id integer primary key, a int, b int);"
                  while :; do echo "begin; insert into pairs (a, b) select abs(random()) % 1000, 0 from (select 1 union select 2 union select 3 union select 4); update pairs set b = -a where b = 0; commit;"; sleep 0.05; done; } | sqlite3 /data/app.db
            volumes: [data:/data]
            stop_grace_period: 1s
          worker:
            image: keeper:1
            command: ["sh", "-c", "{ echo 'create table if not exists t (id integer primary key, s text);'; while :; do echo 'insert into t (s) values (hex(randomblob(400)));'; sleep 0.05; done; } | sqlite3 /data/roll.db"]
            volumes: [data:/data]
            stop_grace_period: 1s
        volumes:
          data:
        """;

    private const string MariaSeed = """
        set names utf8mb4;
        use shop;
        create table orders (id int primary key auto_increment, note varchar(100) character set utf8mb4, held blob, amount decimal(10,2) default 1.5, head varchar(9) character set utf8mb4 as (left(note, 5)) stored, unique key orders_head (note));
        insert into orders (note, held, amount) select concat('n', seq, ' 😀 \'q\' \\ "d"'), unhex(sha1(seq)), seq / 3 from seq_1_to_2000;
        insert into orders (note, held) values ('nul', x'00010a0d1a5c2722'), ('big', repeat('x', 30000));
        create table `odd name``q` (a int, b double, key k (a));
        insert into `odd name``q` values (1, 1/3), (null, null), (1, 1e300);
        create table items (id int primary key, order_id int, constraint fk foreign key (order_id) references orders (id));
        insert into items values (1, 1);
        create view v as select id, note from orders where id < 4;
        create function f(x int) returns int deterministic return x + 1;
        create procedure p() select count(*) from orders;
        create trigger tr before insert on items for each row set new.order_id = coalesce(new.order_id, 7);
        create event ev on schedule every 1 day do delete from orders where id < 0;
        create database `other-db` character set latin1;
        create table `other-db`.t (id int);
        insert into `other-db`.t values (5);
        create table schema_migrations (version varchar(128) primary key);
        insert into schema_migrations values ('20240101000000'), ('20240201000000');
        create index orders_note on orders (note);
        """;

    private const string MariaState = """
        set names utf8mb4;
        use shop;
        set group_concat_max_len = 100000000;
        select count(*), md5(group_concat(id, note, hex(coalesce(held, '')), amount, coalesce(head, '') order by id)) from orders;
        select * from `odd name``q` order by a, b;
        select * from items;
        select * from v;
        select f(2);
        call p();
        show create table orders;
        show create table items;
        show create view v;
        show create procedure p;
        show create database `other-db`;
        select * from `other-db`.t;
        select trigger_name, action_statement from information_schema.triggers where trigger_schema = 'shop';
        select event_name, event_definition, status from information_schema.events where event_schema = 'shop';
        select table_schema, table_name from information_schema.tables where table_schema in ('shop', 'other-db') order by 1, 2;
        """;

    private const string RedisState = """
        dbsize
        get key:777
        hgetall h
        zrange z 0 -1 withscores
        lrange l 0 -1
        scard s
        xlen st
        persist ttl
        expire ttl 3600
        select 3
        dbsize
        get other
        select 7
        dbsize
        """;

    private static readonly IReadOnlyList<(string Service, int Port)> RedisServers = [("kept", 6379), ("plain", 6380)];

    private static string RedisSeed { get; } =
        string.Concat(Enumerable.Range(0, 2000).Select(number => $"set key:{number} value{number}\n"))
        + "hset h a 1 b 2\nzadd z 1 a 2.5 b\nrpush l 1 2 3 2\nsadd s x y z\nxadd st * f v\nset ttl 1 ex 3600\nselect 3\nset other \"with space\"\n";

    /// <summary>In the order in which they fail.</summary>
    private static void Drifts(TrialProject project)
    {
        Maria(project, "db", "root", "use shop; delete from schema_migrations where version like '202402%';");
        Assert.Equal(1, project.Ask("verify"));
        Assert.Contains("db lacks 1 of 2 migrations in schema_migrations", project.Output, StringComparison.Ordinal);
        Maria(
            project,
            "db",
            "root",
            "use shop; insert into schema_migrations values ('20240201000000'); drop index orders_note on orders;"
        );
        using var held = Process.Start(
            "docker",
            [
                "exec",
                "--env",
                $"MYSQL_PWD={Word}",
                project.Running("db")[0],
                "mariadb",
                "-uroot",
                "shop",
                "-e",
                "begin; update orders set amount = 1 where id = 1; select sleep(600);",
            ]
        );
        Sees(project, "info like '%sleep(600)%'");
        using var waiting = Process.Start(
            "docker",
            [
                "exec",
                "--env",
                $"MYSQL_PWD={Word}",
                project.Running("db")[0],
                "mariadb",
                "-uroot",
                "shop",
                "-e",
                "alter table orders add column later int;",
            ]
        );
        Sees(project, "state like 'Waiting for%lock%' and time > 5");
        Assert.Equal(1, project.Ask("verify", "--transaction-limit", "3s"));
        Assert.Contains("db has no index orders_note on orders", project.Output, StringComparison.Ordinal);
        Assert.Contains("of db has a transaction open for", project.Output, StringComparison.Ordinal);
        Assert.Contains("of db waits for a lock since", project.Output, StringComparison.Ordinal);
        // The transaction is held for as long as a slow machine needs to look.
        var sleeper = Maria(
            project,
            "db",
            "root",
            "select id from information_schema.processlist where info like '%sleep(600)%' and id <> connection_id();"
        );
        Maria(project, "db", "root", $"kill {sleeper.Trim()};");
        held.WaitForExit();
        waiting.WaitForExit();
    }

    /// <summary>Waits until a session is in this state: a machine under load needs seconds to start a client.</summary>
    private static void Sees(TrialProject project, string state)
    {
        var question = $"select count(*) from information_schema.processlist where id <> connection_id() and {state};";
        var clock = Stopwatch.StartNew();
        while (Maria(project, "db", "root", question).Trim() == "0")
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"no session with {state}");
            Thread.Sleep(200);
        }
    }

    private static TrialProject Deployed(string name, int port, string compose)
    {
        TrialProject project = new(name, compose, port);
        project.Write(".env", $"WORD='{Word}'\n");
        if (compose == MariaProject)
        {
            Migrations(project);
        }

        Succeeds(project, project.Deploy("1", "1s"));
        return project;
    }

    private static void Migrations(TrialProject project)
    {
        project.Delete("migrations/up.sql");
        project.Write("migrations/20240101000000_orders.sql", "-- migrate:up\ncreate table orders (id int);\n");
        project.Write("migrations/20240201000000_note.sql", "-- migrate:up\ncreate index orders_note on orders (note);\n");
    }

    /// <summary>A copy that was cut, with a sum that fits: neither a drill nor a restore takes it.</summary>
    private static void Refuses(TrialProject project, string id, string file, Func<byte[], byte[]> cut, string said)
    {
        var copy = Path.Combine(project.State, project.Name, "backups", id);
        var manifest = Path.Combine(copy, "manifest.json");
        var bytes = cut(File.ReadAllBytes(Path.Combine(copy, file)));
        File.WriteAllBytes(Path.Combine(copy, file), bytes);
        var text = JsonNode.Parse(File.ReadAllText(manifest));
        Assert.NotNull(text);
        foreach (var part in text["parts"]?.AsArray() ?? [])
        {
            if (part is not null && (string?)part["file"] == file)
            {
                part["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            }
        }

        File.WriteAllText(manifest, text.ToJsonString());
        Ends(project, 11, project.Ask("drill"));
        Assert.Contains(said, project.Output, StringComparison.Ordinal);
        Ends(project, 11, project.Ask("restore", "--id", id, "--yes"));
        Assert.Contains(said, project.Output, StringComparison.Ordinal);
    }

    private static byte[] Before(byte[] bytes, string text) => bytes[..bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text))];

    /// <summary>Pages in the middle of a database, which its archive and its header say nothing about.</summary>
    private static byte[] Damaged(byte[] archive)
    {
        var damaged = archive.ToArray();
        for (var at = 512 + 8192; at < 512 + 12_288; at++)
        {
            damaged[at] ^= 0x5A;
        }

        return damaged;
    }

    /// <summary>All command lines that a container shows while something is done.</summary>
    private static string Watched(TrialProject project, string service, Action act)
    {
        var container = project.Running(service)[0];
        const string loop =
            "while [ ! -e /tmp/stop ]; do cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n'; sleep 0.02; done | sort -u >/tmp/seen; mv /tmp/seen /tmp/all";
        Engine.Run("docker", "exec", "--detach", container, "sh", "-c", loop);
        act();
        Engine.Run("docker", "exec", container, "touch", "/tmp/stop");
        return Engine.Run(
            "docker",
            "exec",
            container,
            "sh",
            "-c",
            "until [ -e /tmp/all ]; do sleep 0.1; done; cat /tmp/all; rm /tmp/stop /tmp/all"
        );
    }

    private static string Maria(TrialProject project, string service, string user, string text, string word = Word)
    {
        var path = Path.Combine(project.State, "asked.sql");
        File.WriteAllText(path, text);
        return Engine.Run(
            "sh",
            "-c",
            "exec docker exec --interactive --env MYSQL_PWD=\"$1\" \"$2\" mariadb -u\"$3\" -N <\"$4\"",
            "sh",
            word,
            project.Running(service)[0],
            user,
            path
        );
    }

    private static string Redis(TrialProject project, string service, int port, string text)
    {
        var path = Path.Combine(project.State, "asked.redis");
        File.WriteAllText(path, text + "\n");
        return Engine.Run(
            "sh",
            "-c",
            "exec docker exec --interactive --env REDISCLI_AUTH=\"$1\" \"$2\" redis-cli -p \"$3\" <\"$4\"",
            "sh",
            service == "plain" ? "not-for-ps-4712" : Word,
            project.Running(service)[0],
            $"{port}",
            path
        );
    }

    private static string Sqlite(TrialProject project, string text) =>
        Engine
            .Run("docker", "exec", project.Running("web")[0], "sqlite3", "-cmd", ".timeout 60000", "/data/app.db", text)
            .Split('\n')[0]
            .Trim();

    private static string Id(TrialProject project, string service) =>
        project.Output.Split(' ', '\n').First(word => word.StartsWith($"{service}-", StringComparison.Ordinal));

    private static void Succeeds(TrialProject project, int code) => Ends(project, 0, code);

    private static void Ends(TrialProject project, int expected, int code) =>
        Assert.True(expected == code, $"exit code {code} instead of {expected}:\n{project.Output}");
}
