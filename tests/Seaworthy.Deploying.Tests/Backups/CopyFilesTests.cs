using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;
using Xunit;

#pragma warning disable CA1416 // Modes of files are what is tested; deployments run on Linux and macOS.

namespace Seaworthy.Deploying.Tests.Backups;

public sealed class CopyFilesTests : IDisposable
{
    private static readonly BackupPart Dump = new("database.dump", "", 0, "");

    private readonly string root = Directory.CreateTempSubdirectory("seaworthy-copies-").FullName;
    private readonly LocalHost host = new();
    private readonly SecretKey key = SecretKey.Create();

    [Fact]
    public void An_encrypted_copy_holds_nothing_readable_and_is_read_with_its_key()
    {
        var files = Files(new CopyKeys(key, new KeyRing([key], "test")));
        var copy = Save(files, "db-1");
        var path = Path.Combine(files.PathOf(copy), Dump.File);

        files.Check(copy);
        Assert.Equal("rows of the database", Text(files, copy));
        Assert.DoesNotContain("rows", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(copy.Id, Assert.Single(files.List()).Id);
    }

    [Fact]
    public void Its_key_is_named_where_it_is_missing()
    {
        var copy = Save(Files(new CopyKeys(key, new KeyRing([key], "test"))), "db-1");

        var refused = Assert.Throws<DeployFailedException>(() => Files(CopyKeys.None).Check(copy));

        Assert.Contains($"encrypted with the key {key.Id}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_in_the_place_of_another_is_refused()
    {
        var files = Files(new CopyKeys(key, new KeyRing([key], "test")));
        var (one, other) = (Save(files, "db-1"), Save(files, "db-2"));
        File.Copy(Path.Combine(files.PathOf(other), Dump.File), Path.Combine(files.PathOf(one), Dump.File), overwrite: true);

        // Who can write the file can write its sum, too.
        var forged = one with
        {
            Parts = other.Parts,
        };

        Assert.Contains(
            "not as it was written",
            Assert.Throws<DeployFailedException>(() => files.Check(one)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("another copy", Assert.Throws<DeployFailedException>(() => files.Check(forged)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "another copy",
            Assert.Throws<DeployFailedException>(() => files.Check(other with { Image = "sha256:evil" })).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_dump_that_fails_leaves_no_file_under_its_name()
    {
        var files = Files(new CopyKeys(key, new KeyRing([key], "test")));
        BackupManifest copy = new("db-1", "db", StoreKind.PostgreSql, DateTimeOffset.UtcNow) { Image = "sha256:1", Key = key.Id };

        Assert.Throws<DeployFailedException>(() => files.Save(copy, Dump, _ => throw new DeployFailedException("it failed")));

        Assert.False(File.Exists(Path.Combine(files.PathOf(copy), Dump.File)));
        Assert.Empty(files.List());
    }

    [Fact]
    public void A_manifest_that_leads_elsewhere_is_no_copy()
    {
        var files = Files(CopyKeys.None);
        var copy = Save(files, "db-1");
        var manifest = Path.Combine(files.PathOf(copy), "manifest.json");
        var text = File.ReadAllText(manifest);

        foreach (
            var (from, to) in (IEnumerable<(string, string)>)[("\"db-1\"", "\"../..\""), ("\"database.dump\"", "\"../x\""), ("{", "[")]
        )
        {
            File.WriteAllText(manifest, text.Replace(from, to, StringComparison.Ordinal));
            Assert.Empty(files.List());
        }
    }

    [Fact]
    public void A_damaged_copy_stops_the_program_that_reads_it()
    {
        var files = Files(new CopyKeys(key, new KeyRing([key], "test")));
        var copy = Save(files, "db-1");
        var path = Path.Combine(files.PathOf(copy), Dump.File);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        var refused = Assert.Throws<DeployFailedException>(() => files.RunFrom(copy, Dump, new CommandLine("cat", [])));

        Assert.Contains("not as it was written", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_command_prints_is_copied_only_when_it_succeeds(bool isEncrypted)
    {
        var files = Files(new CopyKeys(key, new KeyRing([key], "test")));
        BackupManifest copy = new("db-1", "db", StoreKind.PostgreSql, DateTimeOffset.UtcNow)
        {
            Image = "x",
            Key = isEncrypted ? key.Id : null,
        };
        var path = Path.Combine(files.PathOf(copy), Dump.File);

        var refused = Assert.Throws<DeployFailedException>(() =>
            files.Save(copy, Dump, new CommandLine("sh", ["-c", "echo half; echo no more >&2; exit 3"]))
        );
        Assert.Equal("the copy of db failed: no more", refused.Message);
        Assert.False(File.Exists(path));

        copy = copy with { Parts = [files.Save(copy, Dump, new CommandLine("printf", ["rows"]))] };
        files.Check(copy);
        Assert.Equal(isEncrypted, File.ReadAllText(path) != "rows");
        Assert.Equal("rows", files.RunFrom(copy, Dump, new CommandLine("cat", [])).Output.TrimEnd());
    }

    public void Dispose()
    {
        host.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private CopyFiles Files(CopyKeys keys) => new(new StateDirectory(host, root, "shop"), keys);

    private static string Text(CopyFiles files, BackupManifest copy)
    {
        var text = "";
        files.Read(
            copy,
            copy.Parts[0],
            stream =>
            {
                using StreamReader reader = new(stream);
                text = reader.ReadToEnd();
            }
        );
        return text;
    }

    private BackupManifest Save(CopyFiles files, string id)
    {
        BackupManifest copy = new(id, "db", StoreKind.PostgreSql, new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero))
        {
            Image = "sha256:1",
            Key = key.Id,
        };
        copy = copy with { Parts = [files.Save(copy, Dump, stream => stream.Write("rows of the database"u8))] };
        files.Write(copy);
        return copy;
    }
}
