using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>A change that breaks a file and moves, names or marks it so that the gate would not see it.</summary>
public sealed class HiddenByTheHeadTests
{
    private const string Sound = "services:\n  api:\n    image: example/api:1.4.2\n    restart: always\n";
    private const string Job = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{run: echo}]\n";
    private const string BrokenJob = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: nope\n    steps: [{run: echo}]\n";

    [Theory]
    [InlineData(".github/workflows/deploy.prod.old.yml", "")]
    [InlineData(".github/workflows/tmp_x_deploy.yml", "")]
    [InlineData(".github/workflows/a.example.yml", "")]
    [InlineData(".github/workflows/template-deploy.yml", "")]
    [InlineData(".github/workflows/a.yml", "# this file is no longer used\n")]
    [InlineData(".github/workflows/a.yml", "# ruleid: x\n")]
    [InlineData(".github/workflows/a.yml", "# uses: betrybe/x\n")]
    public void GitHub_runs_a_workflow_whatever_it_is_called_and_says_of_itself(string path, string head)
    {
        using var scratch = new ScratchRepository().Init().Write(".github/workflows/a.yml", Job).Commit();
        File.Delete(Path.Combine(scratch.Root, ".github/workflows/a.yml"));
        scratch.Write(path, head + BrokenJob).Commit();

        Closes(scratch);
    }

    [Fact]
    public void A_template_of_Terraform_makes_no_workflow_one()
    {
        using var scratch = new ScratchRepository().Init().Write(".github/workflows/a.yml", Job).Commit();
        scratch
            .Write(".github/workflows/a.yml", BrokenJob)
            .Write("infra/x.tf", "locals {\n  a = templatefile(\"${path.module}/../.github/workflows/a.yml\", {})\n}\n")
            .Commit();

        Closes(scratch);
    }

    [Theory]
    [InlineData("# This file is deprecated\n")]
    [InlineData("# for reference only\n")]
    public void A_comment_that_the_base_does_not_hold_retires_no_file(string comment)
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        scratch.Write("compose.yaml", comment + Audited.Compose()).Commit();

        Closes(scratch);
        // The word of one's own tree counts.
        Assert.Equal(0, Program.Run(scratch.Root, "audit").Code);
    }

    [Theory]
    [InlineData("Makefile", "up:\n\tcd fixtures && docker compose up -d\n", "fixtures/compose.yaml")]
    [InlineData("Makefile", "up:\n\tdocker compose -f examples/a.yaml up -d\n", "examples/a.yaml")]
    [InlineData("Makefile", "up:\n\tdocker compose -f old/a.yaml up -d\n", "old/a.yaml")]
    [InlineData(".env", "COMPOSE_FILE=fixtures/c.yaml\n", "fixtures/c.yaml")]
    [InlineData(
        "compose.yaml",
        "include: [\"${D:-fixtures}/c.yaml\"]\nservices: {web: {image: \"example/web:1.4.2\"}}\n",
        "fixtures/c.yaml"
    )]
    [InlineData("package.json", "{\"scripts\": {\"up\": \"docker compose -f fixtures/a.yaml up\"}}\n", "fixtures/a.yaml")]
    public void What_is_run_closes_the_gate_wherever_it_lies(string path, string text, string broken)
    {
        using var scratch = new ScratchRepository().Init().Write("README.md", "# A\n").Commit();
        scratch.Write(path, text).Write(broken, Audited.Compose()).Commit();

        Closes(scratch);
    }

    [Fact]
    public void A_Dockerfile_of_any_name_is_read_where_a_build_names_it()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("compose.yaml", "services: {a: {build: {context: ., dockerfile: image.build}}}\n")
            .Write("image.build", "FROM alpine:3.22\n")
            .Commit();
        scratch.Write("image.build", "FROM alpine:3.22\nRUNN x\n").Commit();

        Closes(scratch);
    }

    [Theory]
    [InlineData("compose.yaml", "include: [inc.yaml]\nservices: {w: {image: \"example/web:1.4.2\"}}\n", "inc.yaml")]
    [InlineData("up.sh", "docker compose -f stack.yaml up -d\n", "stack.yaml")]
    [InlineData("up.sh", "kubectl apply -f k8s/\n", "k8s/a.yaml")]
    public void A_file_that_is_named_and_cannot_be_read_leaves_the_audit_incomplete(string path, string text, string named)
    {
        using var scratch = new ScratchRepository().Init().Write(path, text).Write(named, "# \0\n");
        Assert.Equal(3, Program.Run(scratch.Root, "audit").Code);

        scratch.Write(named, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        Assert.Equal(3, Program.Run(scratch.Root, "audit").Code);

        scratch.Write(named, Sound);
        Assert.Equal(0, Program.Run(scratch.Root, "audit").Code);
    }

    [Theory]
    [InlineData("deploy", "fixtures/d")]
    [InlineData("deploy", "real")]
    [InlineData("deploy/compose.yaml", "../nowhere/a.yaml")]
    [InlineData("deploy/compose.yaml", "second.yaml")]
    [InlineData("deploy/compose.yaml", "compose.yaml")]
    public void A_file_that_went_behind_a_link_leaves_the_audit_incomplete(string link, string target)
    {
        using var scratch = new ScratchRepository().Init().Write("deploy/compose.yaml", Sound).Write("real/a", "").Commit();
        Directory.Delete(Path.Combine(scratch.Root, "deploy"), recursive: true);
        scratch.Write("fixtures/d/compose.yaml", Audited.Compose()).Write("real/compose.yaml", Audited.Compose());
        if (link != "deploy")
        {
            scratch.Link("deploy/second.yaml", "../nowhere/b.yaml");
        }

        scratch.Link(link, target).Commit();

        Assert.Equal(3, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD").Code);
        Assert.Equal(3, Program.Run(scratch.Root, "audit", "--config-from", "HEAD~1").Code);
    }

    [Fact]
    public void A_directory_that_became_a_submodule_leaves_the_audit_incomplete()
    {
        using var scratch = new ScratchRepository().Init().Write("deploy/compose.yaml", Sound).Commit();
        scratch.Git("rm", "-q", "-r", "deploy");
        scratch.Git("update-index", "--add", "--cacheinfo", "160000,0123456789012345678901234567890123456789,deploy");
        scratch.Git("commit", "-q", "-m", "a submodule");

        Assert.Equal(3, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD").Code);
        Directory.CreateDirectory(Path.Combine(scratch.Root, "deploy"));
        Assert.Equal(3, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD", "deploy").Code);
    }

    [Fact]
    public void The_audited_directory_is_no_link_of_a_repository()
    {
        using ScratchRepository outside = new();
        outside.Write("compose.yaml", Audited.Compose());
        using var scratch = new ScratchRepository().Init().Write("svc/compose.yaml", Sound).Commit();
        Directory.Delete(Path.Combine(scratch.Root, "svc"), recursive: true);
        scratch.Link("svc", outside.Root).Commit();

        foreach (
            var arguments in (string[][])
                [
                    ["audit", "svc"],
                    ["audit", "svc/."],
                    ["diff", "HEAD~1..HEAD", "svc"],
                    ["model", "svc"],
                    ["cost", "svc"],
                ]
        )
        {
            var (code, output, error) = Program.Run(scratch.Root, arguments);
            Assert.Equal(2, code);
            Assert.DoesNotContain("example/api", output, StringComparison.Ordinal);
            Assert.Contains("leads through the link 'svc'", error, StringComparison.Ordinal);
        }

        // Outside of a repository a link is the user's own.
        using ScratchRepository links = new();
        links.Link("here", outside.Root);
        Assert.Equal(1, Program.Run(links.Root, "audit", "here").Code);
    }

    [Fact]
    public void What_a_sparse_checkout_leaves_out_leaves_the_audit_incomplete()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("deploy/compose.yaml", Audited.Compose())
            .Write("README.md", "# A\n")
            .Commit();
        scratch.Git("sparse-checkout", "set", "--no-cone", "README.md");

        var (code, output, _) = Program.Run(scratch.Root, "audit");

        Assert.Equal(3, code);
        Assert.Contains("The sparse checkout leaves out 1 file", output, StringComparison.Ordinal);
    }

    private static void Closes(ScratchRepository scratch)
    {
        Assert.Equal(1, Program.Run(scratch.Root, "diff", "HEAD~1..HEAD").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "audit", "--config-from", "HEAD~1").Code);
    }
}
