using Seaworthy.Tests.Engine.Importing;
using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class DiffCommandTests
{
    private const string Sound = "services:\n  api:\n    image: example/api:1.4.2\n    restart: always\n";

    [Fact]
    public void A_change_that_breaks_something_ends_with_1_and_its_repair_with_0()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        scratch.Write("compose.yaml", Audited.Compose()).Commit();

        var broken = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD");
        var repair = Program.Run(Path.GetTempPath(), "diff", "HEAD..HEAD~1", scratch.Root);

        Assert.Equal(1, broken.Code);
        Assert.Contains("This change breaks", broken.Output, StringComparison.Ordinal);
        Assert.Contains("files/duplicate-key", broken.Output, StringComparison.Ordinal);
        Assert.Equal(0, repair.Code);
        Assert.Contains("This change fixes", repair.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_range_the_files_on_disk_are_held_against_the_last_commit()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();

        var same = Program.Run(scratch.Root, "diff");
        scratch.Write("compose.yaml", Audited.Compose());
        var more = Program.Run(scratch.Root, "diff");

        Assert.Equal(0, same.Code);
        Assert.Contains("Nothing broken, nothing fixed; ", same.Output, StringComparison.Ordinal);
        Assert.Equal(1, more.Code);
        Assert.Contains("compose.yaml:5", more.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_each_for_editors_and_for_those_who_want_little()
    {
        using var scratch = new ScratchRepository().Init().Write("shop/compose.yaml", Sound).Commit();
        scratch.Write("shop/compose.yaml", Audited.Compose());

        var concise = Program.Run(scratch.Root, "diff", "HEAD", "-f", "concise");
        var quiet = Program.Run(scratch.Root, "diff", "-q");
        var repair = Program.Run(scratch.Root, "diff", "HEAD", "shop", "-f", "concise");

        Assert.Contains("shop/compose.yaml:5:5: high files/duplicate-key ", concise.Output, StringComparison.Ordinal);
        Assert.StartsWith("shop/compose.yaml:5:5: high files/duplicate-key ", quiet.Output, StringComparison.Ordinal);
        Assert.All(
            quiet.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(": high ", line, StringComparison.Ordinal)
        );
        Assert.Contains("shop/compose.yaml:5:5: high files/duplicate-key ", repair.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_least_severity_leaves_the_exit_code()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        scratch.Write("compose.yaml", Audited.Compose());

        var (code, output, _) = Program.Run(scratch.Root, "diff", "--min-severity", "critical");

        Assert.Equal(1, code);
        Assert.DoesNotContain("files/duplicate-key", output, StringComparison.Ordinal);
        Assert.Contains("below critical not shown", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_dots_leave_out_what_the_base_did_since()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Audited.Compose()).Commit();
        scratch.Git("checkout", "-q", "-b", "topic");
        scratch.Write("note.txt").Commit().Git("checkout", "-q", "main");
        scratch.Write("compose.yaml", Sound).Commit();

        // The branch still has what main has fixed since: it did not break it.
        Assert.Equal(1, Program.Run(scratch.Root, "diff", "main..topic").Code);
        Assert.Equal(0, Program.Run(scratch.Root, "diff", "main...topic").Code);
    }

    [Fact]
    public void Several_forms_are_written_in_one_run()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();

        var (code, output, _) = Program.Run(scratch.Root, "diff", "-f", "json", "-o", "markdown=change.md");

        Assert.Equal(0, code);
        Assert.Contains("\"schema\": \"seaworthy-diff/1\"", output, StringComparison.Ordinal);
        Assert.StartsWith("# What this change does", File.ReadAllText(Path.Combine(scratch.Root, "change.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_other_tools_found_counts_where_the_change_wrote_it()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("compose.yaml", Sound)
            .Write("Dockerfile", "FROM alpine:3.20\nRUN a\n")
            .Commit();
        scratch.Write("Dockerfile", "# new\nFROM alpine:3.20\nRUN a\nRUN b\n").Commit();
        scratch.Write("new.sarif", Sarif.File("Hadolint", [], [Sarif.Result("DL1", "error", "Dockerfile", 4)]));
        scratch.Write("old.sarif", Sarif.File("Hadolint", [], [Sarif.Result("DL2", "error", "Dockerfile", 3)]));

        var news = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "--import", "new.sarif", "--import", "old.sarif");
        var old = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "--import", "old.sarif", "--verbose");
        var known = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "--import", "new.sarif", "--import-base", "new.sarif");

        Assert.Equal((1, 0, 0), (news.Code, old.Code, known.Code));
        Assert.Contains("hadolint/DL1", news.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hadolint/DL2", news.Output, StringComparison.Ordinal);
        Assert.Contains("hadolint/DL2", old.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--import-base needs --import", "diff", "--import-base", "a.sarif")]
    [InlineData("there is no file 'a.sarif'", "diff", "--import", "a.sarif")]
    [InlineData("unknown revision 'absent'", "diff", "absent")]
    [InlineData("unknown revision 'absent'", "diff", "HEAD..absent")]
    [InlineData("unknown revision 'absent'.", "diff", "HEAD...absent")]
    [InlineData("there is no directory 'absent'", "diff", "HEAD", "absent")]
    [InlineData("A comparison has no format 'sarif'", "diff", "-o", "sarif=a.sarif")]
    [InlineData("there is no option '--frmat'", "diff", "--frmat")]
    [InlineData("Two reports would", "diff", "-o", "json=a", "-o", "markdown=a")]
    public void What_makes_no_sense_ends_with_2(string complaint, params string[] arguments)
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();

        var (code, _, error) = Program.Run(scratch.Root, arguments);

        Assert.Equal(2, code);
        Assert.Contains(complaint, error, StringComparison.Ordinal);
    }
}
