using System.Text;
using Seaworthy.Reading.Discovery.Files;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery.Files;

/// <summary>What was a file when it was listed may be anything when it is opened.</summary>
public sealed class ConfinedDirectoryTests
{
    [Fact]
    public void A_file_below_is_read_whatever_links_lead_to_the_root()
    {
        using var scratch = new ScratchRepository().Write("deep/er/a.txt", "inside").Write("empty", "");
        using ScratchRepository other = new();
        other.Link("link", scratch.Root);

        Assert.Equal("inside", Read(Path.Combine(other.Root, "link"), "deep/er/a.txt"));
        Assert.Equal("", Read(scratch.Root, "empty"));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("directory/secret.txt")]
    [InlineData("inner/file")]
    [InlineData("..")]
    [InlineData("../{0}/secret.txt")]
    [InlineData("inner/../../{0}/secret.txt")]
    [InlineData("pipe")]
    [InlineData("inner")]
    [InlineData("missing")]
    [InlineData("")]
    public void Nothing_leads_out_and_nothing_is_waited_for(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using var outside = new ScratchRepository().Write("secret.txt", "outside");
        using var scratch = new ScratchRepository()
            .Link("file", Path.Combine(outside.Root, "secret.txt"))
            .Link("directory", outside.Root)
            .Link("inner/file", Path.Combine(outside.Root, "secret.txt"));
        ScratchRepository.Run(scratch.Root, "mkfifo", "pipe");
        var named = path.Replace("{0}", Path.GetFileName(outside.Root), StringComparison.Ordinal);

        Assert.Throws<IOException>(() => Read(scratch.Root, named));
    }

    [Fact]
    public void More_than_was_asked_for_is_refused()
    {
        using var scratch = new ScratchRepository().Write("a.txt", new string('a', 1001));
        using ConfinedDirectory directory = new(scratch.Root);

        Assert.Throws<IOException>(() => directory.Read("a.txt"u8.ToArray(), 1000));
        Assert.Throws<IOException>(() => RegularFile.Read(Path.Combine(scratch.Root, "a.txt"), 1000));
    }

    private static string Read(string root, string path)
    {
        using ConfinedDirectory directory = new(root);
        return Encoding.UTF8.GetString(directory.Read(Encoding.UTF8.GetBytes(path), 1000));
    }
}
