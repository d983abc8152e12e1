using System.Text.Json;
using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>A change that breaks something and brings its own excuse: the base decides.</summary>
public sealed class TrustedBaseTests
{
    private const string Sound = "services:\n  api:\n    image: example/api:1.4.2\n    restart: always\n";
    private const string Other = "services:\n  web:\n    image: example/web:1.4.2\n";
    private const string Allow = "    # seaworthy: allow files/duplicate-key the last one counts\n";

    private const string OwnRule = """
        rules:
          - id: registry
            title: Foreign registry
            area: security
            severity: high
            subject: image
            require: {registry: ours.example.com}
            rationale: Images come from us.
        """;

    [Theory]
    [InlineData("paths: {exclude: [\"**\"]}\n", "paths: excludes **")]
    [InlineData("gate: never\n", "gate: never instead of high")]
    [InlineData("rules: {files/duplicate-key: off}\n", "rules: files/duplicate-key is off")]
    [InlineData("rules: {files/duplicate-key: {severity: low}}\n", "rules: files/duplicate-key counts as low")]
    [InlineData("areas: {documentation: off}\n", "areas: documentation is off")]
    [InlineData("extends: library\n", "extends: library, which asks less of ")]
    [InlineData("suppressions: [{rule: files/duplicate-key, reason: so be it}]\n", "suppressions: files/duplicate-key (so be it)")]
    [InlineData("facts: {hosts: [db.internal]}\n", "facts: host db.internal")]
    [InlineData("rules: [\n", "cannot be used: ")]
    public void What_the_head_loosens_is_told_and_does_not_take_effect(string settings, string told)
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        scratch.Write("compose.yaml", Audited.Compose()).Write("seaworthy.yaml", settings).Commit();

        var (code, output, _) = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "-f", "json");

        Assert.Equal(1, code);
        Assert.Contains(
            JsonDocument.Parse(output).RootElement.GetProperty("loosened").EnumerateArray(),
            one => one.GetProperty("what").GetString()?.StartsWith(told, StringComparison.Ordinal) is true
        );
    }

    [Fact]
    public void What_the_head_loosens_is_told_of_every_range_and_in_every_format()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        scratch.Write("compose.yaml", Audited.Compose()).Write("seaworthy.yaml", "gate: never\n").Commit();

        foreach (var range in (string[])["HEAD~1..HEAD", "HEAD~1...HEAD", "HEAD~1"])
        {
            var (code, output, _) = Program.Run(scratch.Root, "diff", range);
            Assert.Equal(1, code);
            Assert.Contains("This change loosens the audit", output, StringComparison.Ordinal);
            Assert.Contains("gate: never instead of high", output, StringComparison.Ordinal);
        }

        Assert.Contains("## This change loosens the audit", Of("markdown"), StringComparison.Ordinal);
        Assert.Contains("title=This change loosens the audit::", Of("github"), StringComparison.Ordinal);

        string Of(string format) => Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "-f", format).Output;
    }

    [Theory]
    [InlineData("compose.yaml", "#", 5_000_001)]
    [InlineData("compose.yaml", "# \0", 0)]
    [InlineData(".github/workflows/a.yml", "# \0", 0)]
    [InlineData("k8s/a.yaml", "# \0", 0)]
    public void A_file_that_the_base_reads_and_the_head_does_not_leaves_the_audit_incomplete(string path, string end, int filling)
    {
        using var scratch = new ScratchRepository().Init().Write(path, Sound).Commit();
        scratch.Write(path, Audited.Compose() + end + new string('x', filling) + "\n").Commit();

        var (code, output, _) = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD");

        Assert.Equal(3, code);
        Assert.Contains(path, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("Dockerfile")]
    [InlineData(".env")]
    [InlineData("infra/main.tf")]
    [InlineData("deploy.sh")]
    public void A_file_that_decides_and_cannot_be_read_leaves_any_audit_incomplete(string path)
    {
        using var scratch = new ScratchRepository().Write(path, "#" + new string('x', 5_000_001) + "\n");

        Assert.Equal(3, Program.Run(scratch.Root, "audit").Code);
        scratch.Write(path, "# \0\n");
        Assert.Equal(3, Program.Run(scratch.Root, "audit").Code);
    }

    [Fact]
    public void Directories_that_count_as_those_of_others_since_the_change_leave_the_audit_incomplete()
    {
        using var scratch = new ScratchRepository().Init().Write("vendor/compose.yaml", Sound).Commit();
        scratch.Write("vendor/compose.yaml", Audited.Compose()).Write("vendor/modules.txt").Commit();

        var (code, output, _) = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD");

        Assert.Equal(3, code);
        Assert.Contains("'vendor' counts as a directory of packages", output, StringComparison.Ordinal);
        Assert.Equal(0, Program.Run(scratch.Root, "audit").Code);
        (code, output, _) = Program.Run(scratch.Root, "audit", "--config-from", "HEAD~1");
        Assert.Equal(3, code);
        Assert.Contains("'vendor' counts as a directory of packages", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marker_beside_files_that_say_nothing_about_deployment_takes_nothing_away()
    {
        using var scratch = new ScratchRepository().Init().Write("vendor/data.yaml", "a: 1\n").Write("compose.yaml", Sound).Commit();
        scratch.Write("vendor/modules.txt").Commit();

        Assert.Equal(0, Program.Run(scratch.Root, "audit", "--config-from", "HEAD~1").Code);
    }

    [Theory]
    [InlineData("examples/db.yaml")]
    [InlineData("old/db.yaml")]
    [InlineData("tests/db.yaml")]
    public void What_a_compose_file_includes_closes_the_gate_wherever_it_lies(string path)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", $"include: [{path}]\n" + Other).Write(path, Audited.Compose());

        Assert.Equal(1, Program.Run(scratch.Root, "audit").Code);
        scratch.Write("compose.yaml", Other);
        Assert.Equal(0, Program.Run(scratch.Root, "audit").Code);
    }

    [Fact]
    public void A_secret_of_one_side_is_hidden_on_both()
    {
        const string Old = "q7Kd2mXw9Rt4bN";
        const string New = "Zp3Lw8vTc6Hs1M";
        using var scratch = new ScratchRepository()
            .Init()
            .Write("compose.yaml", Sound + $"    environment:\n      DB_PASSWORD: {Old}\n")
            .Commit();
        scratch
            .Write(
                "compose.yaml",
                Audited.Compose() + $"    environment:\n      DB_PASSWORD: {New}\n    command: ./gone.sh {Old}\n    depends_on: [{Old}]\n"
            )
            .Write("seaworthy.yaml", $"suppressions: [{{rule: containers/root-user, reason: {New} and {Old}}}]\n")
            .Commit();

        foreach (var format in new[] { "terminal", "json", "markdown", "github" })
        {
            var (_, output, _) = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "-f", format, "-v");
            Assert.DoesNotContain(Old, output, StringComparison.Ordinal);
            Assert.DoesNotContain(New, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_baseline_beside_the_audited_directory_is_not_taken_from_the_head()
    {
        using var scratch = new ScratchRepository().Init().Write("sub/compose.yaml", Audited.Compose()).Commit();
        Program.Run(Path.Combine(scratch.Root, "sub"), "baseline", "create", "../known.json");
        Program.Run(scratch.Root, "baseline", "create", "known.json");
        using ScratchRepository links = new();
        links.Link("link", scratch.Root);
        var sub = Path.Combine(scratch.Root, "sub");

        Assert.Equal(2, Program.Run(sub, "audit", ".", "--config-from", "HEAD", "--baseline", "../known.json").Code);
        Assert.Equal(2, Program.Run(scratch.Root, "audit", ".", "--config-from", "HEAD", "--baseline", "known.json").Code);
        Assert.Equal(
            2,
            Program.Run(scratch.Root, "audit", ".", "--config-from", "HEAD", "--baseline", Path.Combine(links.Root, "link/known.json")).Code
        );
    }

    [Fact]
    public void A_known_fault_lets_no_other_of_its_kind_into_the_same_file()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Audited.Compose()).Commit();
        scratch.Write("compose.yaml", Sound + "    ports: [\"80:80\"]\n    ports: [\"81:81\"]\n").Commit();

        Assert.Equal(1, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD").Code);
    }

    [Fact]
    public void A_comment_that_the_head_adds_accepts_nothing_and_is_told()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        scratch.Write("compose.yaml", Audited.Compose(above: Allow)).Commit();

        var (code, output, _) = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD");

        Assert.Equal(1, code);
        Assert.Contains("comment: allows files/duplicate-key (the last one counts)  compose.yaml:5", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_that_the_base_holds_accepts_the_same_line_once()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Audited.Compose(above: Allow)).Commit();
        scratch.Write("compose.yaml", "# moved\n" + Audited.Compose(above: Allow)).Commit();
        var moved = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD");
        scratch
            .Write(
                "compose.yaml",
                Audited.Compose(above: Allow)
                    + Audited.Compose(above: Allow)["services:\n".Length..].Replace("api:", "web:", StringComparison.Ordinal)
            )
            .Commit();
        var copied = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD");

        Assert.Equal(0, moved.Code);
        Assert.DoesNotContain("loosens", moved.Output, StringComparison.Ordinal);
        Assert.Contains(
            "comment: allows files/duplicate-key (the last one counts)  compose.yaml:10",
            copied.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_newest_commit_of_the_base_decides_and_not_where_the_two_parted()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Write("seaworthy.yaml", "gate: never\n").Commit();
        scratch.Git("checkout", "-q", "-b", "topic");
        scratch.Write("compose.yaml", Audited.Compose()).Commit().Git("checkout", "-q", "main");
        scratch.Write("seaworthy.yaml", "gate: high\n").Commit();

        var (code, output, _) = Program.Run(scratch.Root, "diff", "main...topic");

        Assert.Equal(1, code);
        // The change did not touch it.
        Assert.DoesNotContain("loosens", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_rules_are_those_of_the_base()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("seaworthy.yaml", "custom: [policy.yaml]\n")
            .Write("policy.yaml", OwnRule)
            .Commit()
            .Write("compose.yaml", Sound)
            .Write("policy.yaml", OwnRule.Replace("ours.example.com", "docker.io", StringComparison.Ordinal))
            .Commit();

        var (code, output, _) = Program.Run(scratch.Root, "diff", "HEAD~1..HEAD");

        Assert.Equal(1, code);
        Assert.Contains("custom: custom/registry is changed", output, StringComparison.Ordinal);
        Assert.Equal(0, Program.Run(scratch.Root, "audit", "--show", "custom").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "audit", "--config-from", "HEAD~1").Code);
    }

    [Fact]
    public void The_users_own_choice_wins_over_both_sides()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Write("seaworthy.yaml", "gate: never\n").Commit();
        scratch.Write("compose.yaml", Audited.Compose()).Commit().Write("ci/audit.yaml", "rules: {files/duplicate-key: off}\n");

        Assert.Equal(0, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "--no-config").Code);
        Assert.Equal(0, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "--config", "ci/audit.yaml", "--fail-on", "high").Code);
    }

    [Fact]
    public void An_audit_takes_the_word_of_a_revision()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        scratch
            .Write("compose.yaml", Audited.Compose(above: Allow))
            .Write("seaworthy.yaml", "paths: {exclude: ['**']}\n")
            .Write("seaworthy-baseline.json", "{}");

        Assert.Equal(0, Program.Run(scratch.Root, "audit").Code);
        var (code, output, _) = Program.Run(scratch.Root, "audit", "--config-from", "HEAD");
        Assert.Equal(1, code);
        Assert.Contains("HEAD does not hold it beside this line", output, StringComparison.Ordinal);
        var known = Program.Run(scratch.Root, "audit", "--config-from", "HEAD", "--baseline", "seaworthy-baseline.json");
        Assert.Equal((2, "seaworthy: cannot read 'seaworthy-baseline.json': HEAD has no such file."), (known.Code, known.Error.Trim()));
    }

    [Theory]
    [InlineData("unknown revision 'absent'", "audit", "--config-from", "absent")]
    [InlineData("--config-from excludes --config and --no-config", "audit", "--config-from", "HEAD", "--no-config")]
    [InlineData("--config-from excludes --config and --no-config", "diff", "--config-from", "HEAD", "--config", "a.yaml")]
    [InlineData("HEAD:seaworthy.yaml:1:1: there is no key 'gaet'", "audit", "--config-from", "HEAD")]
    public void What_makes_no_sense_ends_with_2(string complaint, params string[] arguments)
    {
        using var scratch = new ScratchRepository().Init().Write("seaworthy.yaml", "gaet: high\n").Commit();

        var (code, _, error) = Program.Run(scratch.Root, arguments);

        Assert.Equal(2, code);
        Assert.Contains(complaint, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_a_configuration_from_outside_lie_beside_it()
    {
        using var scratch = new ScratchRepository()
            .Write("tree/compose.yaml", Sound)
            .Write("tree/policy.yaml", OwnRule.Replace("require:", "where: {registry: nobody}\n    require:", StringComparison.Ordinal))
            .Write("trusted/audit.yaml", "custom: [policy.yaml]\n")
            .Write("trusted/policy.yaml", OwnRule)
            .Write("tree/ci/audit.yaml", "custom: [policy.yaml]\n");

        Assert.Equal(1, Program.Run(scratch.Root, "audit", "tree", "--config", "trusted/audit.yaml").Code);
        // What lies in the tree speaks of the tree.
        Assert.Equal(0, Program.Run(scratch.Root, "audit", "tree", "--config", "tree/ci/audit.yaml").Code);
    }
}
