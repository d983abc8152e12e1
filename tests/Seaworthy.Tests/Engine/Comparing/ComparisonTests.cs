using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Reading.Discovery;
using Seaworthy.Tests.Engine.Suppressing;
using Xunit;

namespace Seaworthy.Tests.Engine.Comparing;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("GOOD_a=1\n", "BAD_a=1\n", "Broken a (held before)")]
    [InlineData("OPEN_a=1\n", "BAD_a=1\n", "Broken a (not known before)")]
    [InlineData("", "BAD_a=1\n", "Broken a")]
    [InlineData("BAD_a=1\n", "GOOD_a=1\n", "Fixed a (holds now)")]
    [InlineData("BAD_a=1\n", "", "Fixed a (no longer there)")]
    [InlineData("BAD_a=1\n", "OPEN_a=1\n", "Unclear a")]
    [InlineData("DOUBTFUL_a=1\n", "BAD_a=1\n", "Worse a (was a WARN)")]
    [InlineData("BAD_a=1\n", "DOUBTFUL_a=1\n", "Eased a (was a FAIL)")]
    [InlineData("BAD_a=1\n", "# moved\n\nBAD_a=1\n", "Left a")]
    [InlineData("BAD_a=1\n", "BAD_a=2\n", "Left a")]
    public void One_finding_on_both_sides(string before, string after, string told) =>
        Assert.Equal([told], Compared.Of(before, after).Told());

    [Fact]
    public void What_is_no_fault_on_either_side_is_no_change() =>
        Assert.Empty(Compared.Of("GOOD_a=1\nOPEN_b=1\n", "OPEN_a=1\nGOOD_b=1\n").Changes);

    [Fact]
    public void Harm_comes_first() =>
        Assert.Equal(
            ["Broken d", "Worse c (was a WARN)", "Fixed a (no longer there)", "Left b"],
            Compared.Of("BAD_a=1\nBAD_b=1\nDOUBTFUL_c=1\n", "BAD_b=1\nBAD_c=1\nBAD_d=1\n").Told()
        );

    [Fact]
    public void A_second_fault_like_the_first_is_broken() =>
        Assert.Equal(["Broken a", "Left a"], Compared.Of("BAD_a=1\n", "BAD_a=1\nBAD_a=1\n").Told());

    [Fact]
    public void Another_part_of_a_subject_is_a_fault_of_its_own()
    {
        var (known, both) = (Imports("redis"), Imports("redis", "structlog"));

        Assert.Equal(["Broken structlog", "Left redis"], Undeclared(Comparison.Of(known, both)));
        Assert.Equal(["Fixed structlog", "Left redis"], Undeclared(Comparison.Of(both, known)));
        // Both faults name the manifest: that the one is gone does not let the other in.
        Assert.Equal(["Broken structlog", "Fixed redis"], Undeclared(Comparison.Of(known, Imports("structlog"))));

        static IEnumerable<string> Undeclared(Comparison comparison) =>
            comparison
                .Changes.Where(change => change.Shown.Rule.Id == "dependencies/undeclared-import")
                .Select(change => $"{change.Kind} {change.Shown.Verdict.Detail}");

        static Report Imports(params IEnumerable<string> modules)
        {
            using MemoryRepository repository = new([
                new MemoryFile("requirements.txt", "flask==3.1.0\n"),
                new MemoryFile("main.py", string.Concat(modules.Prepend("flask").Select(module => $"import {module}\n"))),
            ]);
            return Audit.Run(repository);
        }
    }

    [Fact]
    public void A_renamed_file_keeps_its_findings()
    {
        IReadOnlyList<MemoryFile> before = [new(".env", "BAD_a=1\n")];

        Assert.Equal(["Left a"], Compared.Of(before, [new MemoryFile("deploy/.env", "BAD_a=1\n")]).Told());
        // A copy is a second fault.
        Assert.Equal(["Broken a", "Left a"], Compared.Of(before, [.. before, new MemoryFile("deploy/.env", "BAD_a=1\n")]).Told());
    }

    [Fact]
    public void Only_a_FAIL_that_the_change_brings_closes_the_gate()
    {
        Assert.True(Closes("", "BAD_a=1\n", GateLevel.High));
        Assert.True(Closes("DOUBTFUL_a=1\n", "BAD_a=1\n", GateLevel.High));
        Assert.False(Closes("", "BAD_a=1\n", GateLevel.Critical));
        Assert.False(Closes("", "BAD_a=1\n", GateLevel.Never));
        Assert.False(Closes("", "DOUBTFUL_a=1\n", GateLevel.Low));
        Assert.False(Closes("BAD_a=1\n", "BAD_a=1\n", GateLevel.Low));

        static bool Closes(string before, string after, GateLevel level) =>
            Compared.Of(before, after) is var change
            && (change with { After = change.After with { ExitGate = new Gate(level) } }).ClosesGate;
    }

    [Fact]
    public void What_is_accepted_now_is_neither_fixed_nor_left()
    {
        const string Reason = "# seaworthy: allow files/duplicate-key the last one counts\n";
        var bare = Audited.Run(Audited.Compose());
        var allowed = Audited.Run(Audited.Compose(above: Reason));

        Assert.Equal([ChangeKind.Accepted], OfDuplicates(bare, allowed));
        Assert.Equal([ChangeKind.Broken], OfDuplicates(allowed, bare));
        Assert.Equal([ChangeKind.Left], OfDuplicates(allowed, allowed));
    }

    [Fact]
    public void What_both_sides_say_of_the_audit_is_not_said_again()
    {
        const string Idle = "# seaworthy: allow files/duplicate-key nothing is here\n";
        var idle = Audited.Run("services:\n  api:\n    image: example/api:1.4.2\n" + Idle);
        var clean = Audited.Run("services:\n  api:\n    image: example/api:1.4.2\n");

        Assert.Empty(Comparison.Of(idle, idle).Diagnostics);
        Assert.Single(Comparison.Of(clean, idle).Diagnostics);
    }

    private static IEnumerable<ChangeKind> OfDuplicates(Report before, Report after) =>
        Comparison.Of(before, after).Changes.Where(change => change.Shown.Rule.Id == Audited.Rule).Select(change => change.Kind);
}
