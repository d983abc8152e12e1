using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;
using Xunit;

#pragma warning disable CA1416 // Modes of files are what is tested; deployments run on Linux and macOS.

namespace Seaworthy.Deploying.Tests.Running;

public sealed class SecretsFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string root = Directory.CreateTempSubdirectory("seaworthy-secrets-").FullName;
    private readonly SecretKey key = SecretKey.Create();

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        SecretsFile file = new(root, "staging");
        file.Write(Store("staging").With("A", "value"u8, DateTimeOffset.UtcNow));

        Assert.EndsWith(".seaworthy/secrets.staging.json", file.Path, StringComparison.Ordinal);
        Assert.Equal("value"u8.ToArray(), new SecretsFile(root, "staging").Open(new KeyRing([key], "test")).Find("A"));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(file.Path));
        Assert.Equal([file.Path], Directory.EnumerateFiles(Path.Combine(root, ".seaworthy")));
        Assert.Null(new SecretsFile(root, "").Read());
    }

    [Fact]
    public void A_change_of_another_command_is_not_lost()
    {
        SecretsFile file = new(root, "");
        file.Write(Store("").With("A", "value"u8, DateTimeOffset.UtcNow));
        SecretsFile slow = new(root, "");
        var store = slow.Open(new KeyRing([key], "test"));
        file.Write(Store("").With("B", "other"u8, DateTimeOffset.UtcNow));

        var refused = Assert.Throws<SecretsException>(() => slow.Write(store.With("C", "third"u8, DateTimeOffset.UtcNow)));

        Assert.Contains("run the command again", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["B"], new SecretsFile(root, "").Open(new KeyRing([key], "test")).Names);
    }

    [Theory]
    [InlineData(".seaworthy")]
    [InlineData(".seaworthy/secrets.json")]
    public void Nothing_is_read_or_written_through_a_link(string link)
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(root, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "secrets.json"), "{}");
        Directory.CreateDirectory(Path.Combine(root, Path.GetDirectoryName(link) ?? ""));
        File.CreateSymbolicLink(
            Path.Combine(root, link),
            link.EndsWith("json", StringComparison.Ordinal) ? Path.Combine(elsewhere, "secrets.json") : elsewhere
        );

        Assert.Throws<SecretsException>(() => new SecretsFile(root, "").Read());
        Assert.Throws<SecretsException>(() => new SecretsFile(root, "").Write(Store("")));
        Assert.Equal("{}", File.ReadAllText(Path.Combine(elsewhere, "secrets.json")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\": 1, \"keys\": [null], \"secrets\": {}}")]
    [InlineData("{\"format\": 1, \"keys\": [{\"id\": \"a\"}], \"secrets\": {\"A\": null}}")]
    [InlineData("<<<<<<< HEAD\n{}\n")]
    public void What_is_no_secrets_file_is_refused(string text)
    {
        Directory.CreateDirectory(Path.Combine(root, ".seaworthy"));
        File.WriteAllText(Path.Combine(root, ".seaworthy/secrets.json"), text);

        var refused = Assert.Throws<SecretsException>(() => new SecretsFile(root, "").Read());

        Assert.Contains("is no secrets file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_is_for_its_owner_alone()
    {
        KeyFiles files = new(Path.Combine(root, "keys"));
        var path = files.Add(key, "test");

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
        Assert.Equal(key.Id, Assert.Single(files.All().Keys).Id);

        var next = SecretKey.Create();
        KeyFiles.Put(next, path);
        Assert.Equal([next.Id, key.Id], KeyFiles.Read(path).Keys.Select(each => each.Id));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));

        File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<SecretsException>(() => KeyFiles.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_failing_program_prints_is_in_no_message()
    {
        KeySource source = new(new KeyFiles(root)) { Command = ["sh", "-c", "echo hunter2hunter2; exit 3"] };

        var message = Assert.Throws<SecretsException>(() => source.Ring()).Message;

        Assert.Equal("'sh' ended with exit code 3", message);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private SecretStore Store(string environment) => SecretStore.Create(environment, key, DateTimeOffset.UtcNow);
}
