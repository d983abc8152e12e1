using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Backups;

/// <summary>What the shells of containers are given for their stores. Those of MongoDB stand here word by word: no server of it was at hand.</summary>
public sealed class StoreCommandsTests
{
    private const string MongoLogin = """
        v() {
          for n; do
            eval "x=\${$n:-} f=\${${n}_FILE:-}"
            if [ -z "$x" ] && [ -n "$f" ]; then x=$(cat "$f"); fi
            [ -z "$x" ] || break
          done
          printf %s "$x"
        }
        stop() {
          echo "$*" >&2
          exit 1
        }
        export SEAWORTHY_USER="$(v MONGO_INITDB_ROOT_USERNAME)" SEAWORTHY_WORD="$(v MONGO_INITDB_ROOT_PASSWORD)"
        t() {
          if [ -z "$SEAWORTHY_USER" ]; then
            "$@" --host=127.0.0.1
          else
            "$@" --host=127.0.0.1 --username="$SEAWORTHY_USER" --authenticationDatabase=admin --config=/dev/fd/3 3<<CONFIG
        password: '$(printf %s "$SEAWORTHY_WORD" | sed "s/'/''/g")'
        CONFIG
          fi
        }
        m() { mongosh --quiet --norc mongodb://127.0.0.1/ --eval "if (process.env.SEAWORTHY_USER) db.getSiblingDB('admin').auth(process.env.SEAWORTHY_USER, process.env.SEAWORTHY_WORD); $1"; }

        """;

    private const string MongoNames =
        "db.adminCommand({ listDatabases: 1, nameOnly: true }).databases.map(d => d.name).filter(n => ![\"admin\", \"config\", \"local\"].includes(n)).sort()";

    private const string Word = "a'b \"c\" $d \\e #f";

    [Fact]
    public void MongoDB_is_copied_and_restored_by_its_own_tools()
    {
        var mongo = Of(StoreKind.MongoDb);

        Assert.Equal(MongoLogin + "t mongodump --quiet --archive --gzip\n", mongo.Dump);
        Assert.Equal(
            MongoLogin
                + "t mongorestore --quiet --archive --gzip --drop --stopOnError --nsExclude='admin.*' --nsExclude='config.*' --nsExclude='local.*'\n",
            mongo.Restore
        );
        Assert.Equal(MongoLogin + "[ \"$(m 'print(db.adminCommand({ ping: 1 }).ok)')\" = 1 ]\n", mongo.Ready);
        Assert.Equal(MongoLogin + $"m '{MongoNames}.forEach(n => db.getSiblingDB(n).dropDatabase())' >/dev/null\n", mongo.Empty);
        Assert.StartsWith(MongoLogin + $"m '{MongoNames}.forEach(n => {{\n", mongo.Compare, StringComparison.Ordinal);
    }

    /// <summary>A shell runs the script with programs that print what they get.</summary>
    [Fact]
    public void A_password_of_MongoDB_reaches_its_tools_by_a_pipe_and_is_no_argument()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the script is for a POSIX shell");
        var (arguments, input) = Faked(
            Of(StoreKind.MongoDb).Dump,
            "mongodump",
            "cat /dev/fd/3",
            new() { ["MONGO_INITDB_ROOT_USERNAME"] = "root", ["MONGO_INITDB_ROOT_PASSWORD"] = Word }
        );

        Assert.Equal(
            "--quiet --archive --gzip --host=127.0.0.1 --username=root --authenticationDatabase=admin --config=/dev/fd/3",
            arguments
        );
        Assert.Equal($"password: '{Word.Replace("'", "''", StringComparison.Ordinal)}'", input);
    }

    [Fact]
    public void Without_a_user_MongoDB_is_asked_without_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the script is for a POSIX shell");
        var (arguments, _) = Faked(Of(StoreKind.MongoDb).Dump, "mongodump", "true", []);

        Assert.Equal("--quiet --archive --gzip --host=127.0.0.1", arguments);
    }

    [Theory]
    [InlineData("MYSQL_ROOT_PASSWORD", "-uroot")]
    [InlineData("MARIADB_ROOT_PASSWORD_FILE", "-uroot")]
    [InlineData("MYSQL_PASSWORD", "-uapp")]
    public void A_password_of_MySQL_is_in_the_environment_of_its_client(string name, string user)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the script is for a POSIX shell");
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Word);
        var (arguments, input) = Faked(
            Of(StoreKind.MySql).Client,
            "mariadb",
            "printf %s \"$MYSQL_PWD\"",
            new()
            {
                [name] = name.EndsWith("_FILE", StringComparison.Ordinal) ? file : Word,
                ["MYSQL_USER"] = "app",
                ["MYSQL_DATABASE"] = "sh op",
            }
        );
        File.Delete(file);

        Assert.Equal($"{user} --default-character-set=utf8mb4 --max-allowed-packet=1G -N -B --raw sh op", arguments);
        Assert.Equal(Word, input);
    }

    /// <summary>What a program of that name is given as arguments, and what it prints itself.</summary>
    private static (string Arguments, string Said) Faked(string script, string program, string says, Dictionary<string, string> environment)
    {
        var directory = Directory.CreateTempSubdirectory("seaworthy-fake-").FullName;
        var heard = Path.Combine(directory, "heard");
        var fake = Path.Combine(directory, program);
        File.WriteAllText(fake, $"#!/bin/sh\nprintf %s \"$*\" >'{heard}'\n{says}\n");
        Machine.Engine.Run("chmod", "700", fake);
        using System.Diagnostics.Process process = new()
        {
            StartInfo = new("/bin/sh", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardInput = true },
        };
        foreach (var (name, value) in environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.StartInfo.Environment["PATH"] = $"{directory}:{Environment.GetEnvironmentVariable("PATH")}";
        process.Start();
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var arguments = File.ReadAllText(heard);
        Directory.Delete(directory, recursive: true);
        return (arguments, said.TrimEnd('\n'));
    }

    private static StoreCommands Of(StoreKind kind)
    {
        var commands = StoreCommands.Of(kind);
        Assert.NotNull(commands);
        return commands;
    }
}
