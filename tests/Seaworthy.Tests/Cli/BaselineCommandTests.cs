using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class BaselineCommandTests
{
    private const string Name = "seaworthy-baseline.json";
    private const string Sound = "services:\n  api:\n    image: example/api:1.4.2\n    restart: always\n";

    [Fact]
    public void What_is_written_down_passes_and_what_comes_after_does_not()
    {
        using var scratch = new ScratchRepository().Write("a/compose.yaml", Audited.Compose());

        Assert.Equal(0, Program.Run(scratch.Root, "baseline", "create").Code);
        Assert.Equal(0, Program.Run(scratch.Root, "audit", "--baseline", Name).Code);
        Assert.Equal(1, Program.Run(scratch.Root, "audit").Code);
        scratch.Write("b/compose.yaml", Audited.Compose());
        var (code, output, _) = Program.Run(scratch.Root, "audit", "--baseline", Name);
        Assert.Equal(1, code);
        Assert.Contains("b/compose.yaml:5", output, StringComparison.Ordinal);
        Assert.Contains("by the baseline", output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_written_over_unasked()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Sound).Write(Name, "mine");

        var (code, _, error) = Program.Run(scratch.Root, "baseline", "create");

        Assert.Equal(2, code);
        Assert.Contains("'seaworthy baseline update' renews it", error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(scratch.Root, Name)));
    }

    [Fact]
    public void Update_says_what_it_adds_and_removes()
    {
        using var scratch = new ScratchRepository().Write("a/compose.yaml", Audited.Compose());
        Program.Run(Path.GetTempPath(), "baseline", "create", scratch.Root);
        scratch.Write("a/compose.yaml", Sound).Write("b/compose.yaml", Audited.Compose());

        var (code, output, _) = Program.Run(scratch.Root, "baseline", "update");

        Assert.Equal(0, code);
        Assert.Contains("+ FAIL files/duplicate-key  b/compose.yaml", output, StringComparison.Ordinal);
        Assert.Contains("- FAIL files/duplicate-key  a/compose.yaml", output, StringComparison.Ordinal);
        Assert.Contains(" added, ", output, StringComparison.Ordinal);
        Assert.Equal(0, Program.Run(scratch.Root, "audit", "--baseline", Name).Code);
    }

    [Fact]
    public void Prune_only_ever_removes()
    {
        using var scratch = new ScratchRepository().Write("a/compose.yaml", Audited.Compose());
        Program.Run(scratch.Root, "baseline", "create", "--file", "known.json");
        scratch.Write("a/compose.yaml", Sound).Write("b/compose.yaml", Audited.Compose());

        var (code, output, _) = Program.Run(scratch.Root, "baseline", "prune", "--file", "known.json");

        Assert.Equal(0, code);
        Assert.Contains("- FAIL files/duplicate-key  a/compose.yaml", output, StringComparison.Ordinal);
        Assert.DoesNotContain("+ ", output, StringComparison.Ordinal);
        Assert.Equal(1, Program.Run(scratch.Root, "audit", "--baseline", "known.json").Code);
    }

    [Theory]
    [InlineData("audit", "--baseline", "absent.json")]
    [InlineData("baseline", "update")]
    [InlineData("baseline", "prune", "--file", "compose.yaml")]
    [InlineData("baseline", "create", "--file", "no/such/directory/x.json")]
    public void A_file_that_cannot_be_used_ends_with_2(params string[] arguments)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Sound);

        var (code, _, error) = Program.Run(scratch.Root, arguments);

        Assert.Equal(2, code);
        Assert.StartsWith("seaworthy: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_findings_give_the_same_bytes()
    {
        using var scratch = new ScratchRepository().Write("b/compose.yaml", Audited.Compose()).Write("a/compose.yaml", Audited.Compose());
        Program.Run(scratch.Root, "baseline", "create");
        var first = File.ReadAllText(Path.Combine(scratch.Root, Name));

        Program.Run(scratch.Root, "baseline", "update");

        Assert.Equal(first, File.ReadAllText(Path.Combine(scratch.Root, Name)));
        Assert.DoesNotContain('\r', first);
    }

    [Fact]
    public void The_help_of_each_verb_teaches()
    {
        Assert.Contains("A baseline lets a team begin today", Program.Run(".", "baseline", "--help").Output, StringComparison.Ordinal);
        Assert.Contains(
            "A baseline lets a team begin today",
            Program.Run(".", "baseline", "prune", "--help").Output,
            StringComparison.Ordinal
        );
    }
}
