using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Workflows;

public sealed class MisplacedWorkflowReaderTests
{
    [Theory]
    [InlineData("backend/.github/workflows/ci.yml", true)]
    [InlineData(".github/ci.yaml", true)]
    [InlineData(".github/workflow/ci.yml", true)]
    [InlineData(".github/workflows/backend/ci.yml", true)]
    [InlineData(".github/workflows/ci.yml", false)]
    [InlineData("backend/.github/ci.yml", false)]
    [InlineData("my.github/workflows/ci.yml", false)]
    [InlineData(".github/workflows-disabled/ci.yml", false)]
    [InlineData("templates/node/.github/workflows/ci.yml", false)]
    [InlineData("backend/.github/workflows/ci.yml.txt", false)]
    public void Looks_where_GitHub_does_not(string path, bool accepted) =>
        Assert.Equal(accepted, new MisplacedWorkflowReader().Accepts(path));

    [Theory]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n", true)]
    [InlineData("on: push\njobs:\n  a:\n    uses: ./.github/workflows/a.yml\n", true)]
    [InlineData("on: push\njobs:\n  a:\n    script: make\n", false)]
    [InlineData("jobs:\n  a:\n    runs-on: ubuntu-24.04\n", false)]
    [InlineData("name: setup\nruns:\n  using: composite\n", false)]
    [InlineData("on: push\njobs: {}\n", false)]
    [InlineData("on: [push\n", false)]
    public void Takes_what_is_a_workflow(string text, bool taken) =>
        Assert.Equal(
            taken,
            new MisplacedWorkflowReader().Read(new FileSyntax(new SourceFile("a/.github/workflows/ci.yml", text))) is MisplacedWorkflow
        );

    [Theory]
    [InlineData("services/api/.github/workflows/ci.yml", "services/api")]
    [InlineData(".github/workflows/.github/workflows/ci.yml", "")]
    [InlineData(".github/ci.yml", "")]
    public void Knows_whose_it_is(string path, string owner) =>
        Assert.Equal(
            owner,
            Assert
                .IsType<MisplacedWorkflow>(
                    new MisplacedWorkflowReader().Read(
                        new FileSyntax(new SourceFile(path, "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n"))
                    )
                )
                .Owner
        );
}
