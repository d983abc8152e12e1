using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Workflows;

public sealed class HostileWorkflowTests
{
    private static readonly string[] Pieces =
    [
        "on: push\n",
        "jobs:\n",
        "  a:\n",
        "    runs-on: x\n",
        "    if: ",
        "    steps:\n",
        "      - run: |\n",
        "          ls ${{ github.ref }}\n",
        "${{",
        "}}",
        "'",
        "\"",
        "      - uses: a/b@v1\n",
        "        with: ",
        "{ a: b",
        "}",
        "[",
        "]",
        "github.ref == 'x'",
        "&& always()",
        "needs: [a]\n",
        ": ",
        "- ",
        "\n",
        "\t",
        "*x",
        "&x ",
        "!!str ",
        "|",
        ">-\n",
        "é",
        "\u0000",
        "matrix",
        ".",
    ];

    [Fact]
    public void Random_workflows_are_read_with_places_inside_the_file()
    {
        Random random = new(20261120);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            foreach (
                var path in new[]
                {
                    ".github/workflows/a.yml",
                    "action.yml",
                    ".gitlab-ci.yml",
                    ".circleci/config.yml",
                    "azure-pipelines.yml",
                    "bitbucket-pipelines.yml",
                    "Jenkinsfile",
                }
            )
            {
                FileSyntax file = new(new SourceFile(path, text));
                foreach (
                    var artifact in WorkflowsReaders
                        .All.Where(reader => reader.Accepts(path))
                        .Select(reader => reader.Read(file))
                        .OfType<Artifact>()
                )
                {
                    Assert.All(artifact.Problems, problem => Assert.InRange(problem.Span.End, 0, text.Length));
                    if (artifact is Workflow workflow)
                    {
                        Assert.Equal(
                            workflow.Jobs.Select(job => job.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
                            JobReachability.Of(workflow).Count
                        );
                    }
                }
            }
        }
    }
}
