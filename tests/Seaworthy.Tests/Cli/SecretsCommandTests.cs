using System.Diagnostics;
using System.Text;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

#pragma warning disable CA1416 // Modes of files are what is tested; deployments run on Linux and macOS.

namespace Seaworthy.Tests.Cli;

/// <summary><c>seaworthy secrets</c> as a person runs it: no value in any output but that of <c>get</c>.</summary>
public sealed class SecretsCommandTests : IDisposable
{
    private const string Value = "hunter2-hunter2-4711";

    private const string Compose = """
        name: shop
        services:
          api:
            image: example/api:1.4.2
            environment:
              PASSWORD: ${PASSWORD:?}
              TOKEN: ${TOKEN}
              FLAGS: ${FLAGS}

        """;

    private readonly string home = Directory.CreateTempSubdirectory("seaworthy-secrets-").FullName;
    private readonly ScratchRepository scratch = new ScratchRepository().Write("compose.yaml", Compose);

    // All that was printed, but by 'get'.
    private readonly StringBuilder printed = new();

    [Fact]
    public void A_value_is_set_read_and_listed_by_its_name()
    {
        Assert.Equal(0, Run(Value + "\n", "set", "PASSWORD").Code);

        var (code, output, _) = Run("", "get", "PASSWORD");

        Assert.Equal((0, Value), (code, output));
        Assert.StartsWith("PASSWORD", Run("", "list").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("", "get", "OTHER").Code);
        var log = Program("", "audit-log").Output;
        Assert.Contains("SecretSet", log, StringComparison.Ordinal);
        Assert.Contains("SecretRead", log, StringComparison.Ordinal);
        Shows(Value, isShown: false);
    }

    [Theory]
    [InlineData("two\nlines\n", "two\nlines")]
    [InlineData("ends\r\n", "ends")]
    [InlineData("esc\u001b[31m ünï", "esc\u001b[31m ünï")]
    public void What_is_piped_comes_back_without_its_last_line_break(string piped, string value)
    {
        Run(piped, "set", "PASSWORD");
        Assert.Equal(value, Run("", "get", "PASSWORD").Output);

        Run(piped, "set", "PASSWORD", "--exact");
        Assert.Equal(piped, Run("", "get", "PASSWORD").Output);
    }

    [Fact]
    public void Files_are_for_their_owner_and_hold_no_value()
    {
        Run(Value, "set", "PASSWORD");

        var files = Directory
            .EnumerateFiles(home, "*", SearchOption.AllDirectories)
            .Append(Path.Combine(scratch.Root, ".seaworthy", "secrets.json"))
            .ToList();

        Assert.Contains(files, file => file.EndsWith(".key", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("ledger.jsonl", StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain(Value, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "files have no mode here");
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.DoesNotContain(Directory.EnumerateFiles(scratch.Root, "*.key", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void Missing_placeholder_and_unused_names_are_found()
    {
        scratch.Write(".env.production", $"TOKEN=changeme\nPASSWORD={Value}\nZEBRA=a-value-nobody-asks-for\n");
        var (code, output, _) = Run("", "check");
        Assert.Equal(1, code);
        Assert.Contains("missing      PASSWORD", output, StringComparison.Ordinal);
        Assert.Contains("missing      TOKEN", output, StringComparison.Ordinal);
        Assert.Contains("not set      FLAGS", output, StringComparison.Ordinal);

        Assert.Equal(0, Run("", "import", ".env.production").Code);
        (code, output, _) = Run("", "check");
        Assert.Equal(1, code);
        Assert.Contains("placeholder  TOKEN", output, StringComparison.Ordinal);
        Assert.Contains("unused       ZEBRA", output, StringComparison.Ordinal);
        Assert.DoesNotContain("PASSWORD", output, StringComparison.Ordinal);

        Run("k3Jx-91mQz-77Lw-pR", "set", "TOKEN");
        Assert.Equal(0, Run("", "check").Code);
        Shows(Value, isShown: false);
        Shows("changeme", isShown: false);
        Shows("a-value-nobody-asks-for", isShown: false);
    }

    [Fact]
    public void A_rotation_overlaps_until_it_is_finished()
    {
        var old = SetWithKey("old.key");
        Assert.Equal(0, Run("", "rotate", "--key-file", old, "--new-key-file", Path.Combine(home, "new.key")).Code);
        var now = Path.Combine(home, "new.key");

        Assert.Equal(Value, Run("", "get", "PASSWORD", "--key-file", old).Output);
        Assert.Equal(Value, Run("", "get", "PASSWORD", "--key-file", now).Output);
        Assert.Equal(3, Run("", "rotate", "--key-file", now).Code);
        Assert.Equal(3, Run("", "rotate", "--finish", "--key-file", old).Code);
        Assert.Equal(0, Run("", "rotate", "--finish", "--key-file", now).Code);

        var (code, output, error) = Run("", "get", "PASSWORD", "--key-file", old);
        Assert.Equal((3, ""), (code, output));
        Assert.Contains("it needs the key", error, StringComparison.Ordinal);
        Assert.Equal(Value, Run("", "get", "PASSWORD", "--key-file", now).Output);
        Shows(File.ReadAllLines(now)[^1], isShown: false);
    }

    [Fact]
    public void A_key_comes_from_a_variable_or_a_command_too()
    {
        var key = SetWithKey("a.key");
        var text = File.ReadAllLines(key)[^1];

        Assert.Equal(Value, Program("", [("SEAWORTHY_SECRETS_KEY", text)], "secrets", "get", "PASSWORD").Output);
        Assert.Equal(Value, Run("", "get", "PASSWORD", "--key-command", $"cat '{key}'").Output);
        Assert.Equal(3, Run("", "get", "PASSWORD").Code);
        Assert.Equal(2, Run("", "get", "PASSWORD", "--key-command", "cat key | head -1").Code);
        File.Copy(key, Path.Combine(scratch.Root, "in.key"));
        Assert.Contains("lies in the repository", Run("", "get", "PASSWORD", "--key-file", "in.key").Error, StringComparison.Ordinal);
        Shows(text, isShown: false);
    }

    [Fact]
    public void Another_program_may_keep_the_secrets()
    {
        var provider = Path.Combine(home, "provider.json");
        File.WriteAllText(provider, $"{{\"PASSWORD\": \"{Value}\", \"TOKEN\": \"k3Jx-91mQz-77Lw-pR\"}}");
        var command = $"cat '{provider}'";

        Assert.Equal("PASSWORD\nTOKEN\n", Run("", "list", "--secrets-command", command).Output.ReplaceLineEndings("\n"));
        Assert.Equal(Value, Run("", "get", "PASSWORD", "--secrets-command", command).Output);
        Assert.Equal(0, Run("", "check", "--secrets-command", command).Code);
        Assert.Contains("keeps the secrets", Run("x", "set", "A", "--secrets-command", command).Error, StringComparison.Ordinal);
        Assert.Equal(3, Run("", "list", "--secrets-command", "cat /nowhere/at/all").Code);
        Assert.False(Directory.Exists(Path.Combine(scratch.Root, ".seaworthy")));
        Shows(Value, isShown: false);
    }

    [Fact]
    public void Environments_have_files_and_keys_of_their_own()
    {
        Run(Value, "set", "PASSWORD");
        Run("of-staging-0815", "set", "PASSWORD", "--env", "staging");

        Assert.Equal("of-staging-0815", Run("", "get", "PASSWORD", "--env", "staging").Output);
        Assert.Equal(Value, Run("", "get", "PASSWORD").Output);
        Assert.Equal(3, Run("", "get", "PASSWORD", "--env", "test").Code);
        File.Copy(Place("secrets.json"), Place("secrets.test.json"));
        Assert.Contains("renamed or copied", Run("", "get", "PASSWORD", "--env", "test").Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(home, "seaworthy", "keys"), "*.key").Count());
    }

    [Fact]
    public void A_changed_file_is_refused_in_one_sentence()
    {
        Run(Value, "set", "PASSWORD");
        var text = File.ReadAllText(Place("secrets.json"));
        var at = text.LastIndexOf("\"sealed\": \"", StringComparison.Ordinal) + 15;
        File.WriteAllText(Place("secrets.json"), text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..]);

        var (code, output, error) = Run("", "get", "PASSWORD");

        Assert.Equal((3, ""), (code, output));
        Assert.Equal(
            "seaworthy: the entry PASSWORD was changed by something else, or moved from another name: set it again.",
            error.TrimEnd()
        );
    }

    [Fact]
    public void The_secrets_file_is_no_finding()
    {
        Run(Value, "set", "PASSWORD");

        Assert.DoesNotContain(".seaworthy", Program("", "audit", ".", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Such_a_value_is_refused(string value)
    {
        Assert.Equal(3, Run(value, "set", "PASSWORD").Code);
        Assert.False(File.Exists(Place("secrets.json")));
    }

    public void Dispose()
    {
        scratch.Dispose();
        Directory.Delete(home, recursive: true);
    }

    private string Place(string file) => Path.Combine(scratch.Root, ".seaworthy", file);

    /// <summary>Sets the password for a key of its own.</summary>
    private string SetWithKey(string file)
    {
        var path = Path.Combine(home, file);
        File.WriteAllText(path, Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)) + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Assert.Equal(0, Run(Value, "set", "PASSWORD", "--key-file", path).Code);
        return path;
    }

    private void Shows(string value, bool isShown) => Assert.Equal(isShown, printed.ToString().Contains(value, StringComparison.Ordinal));

    private (int Code, string Output, string Error) Run(string input, params IReadOnlyList<string> words) =>
        Program(input, [], ["secrets", .. words]);

    private (int Code, string Output, string Error) Program(string input, params IReadOnlyList<string> words) => Program(input, [], words);

    private (int Code, string Output, string Error) Program(
        string input,
        IReadOnlyList<(string Name, string Value)> environment,
        params IReadOnlyList<string> words
    )
    {
        ProcessStartInfo start = new(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "seaworthy.exe" : "seaworthy"),
            words
        )
        {
            WorkingDirectory = scratch.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["XDG_CONFIG_HOME"] = home;
        start.Environment["SEAWORTHY_STATE"] = Path.Combine(home, "state");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("seaworthy does not start");
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        printed.Append(error.Result).Append(words.Contains("get") ? "" : output);
        return (process.ExitCode, output, error.Result);
    }
}
