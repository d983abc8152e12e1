using System.Text;
using Seaworthy.Engine;
using Seaworthy.Engine.Grouping;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Linking.Pipelines;
using Xunit;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Pipelines and files of tasks that hold thousands of one thing that refers to others: twice as many are twice the work.</summary>
[Collection(nameof(Measured))]
public sealed class LargePipelineTests
{
    private const double Allowed = 2.3;
    private const string WorkflowPath = ".github/workflows/a.yml";
    private const string Steps = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n";

    // '#' is the number of a piece, '@' that of the one before, '%' that of the one after.
    [Theory]
    [InlineData(".gitlab-ci.yml", ".b: {image: x}\n.b0: {extends: .b}\n", ".b%:\n  extends: .b#\n  variables: {V#: x}\n")]
    [InlineData(
        ".gitlab-ci.yml",
        "stages: [a]\nj: {script: [x]}\n",
        "j#:\n  stage: a\n  extends: [.b#]\n  needs: [j]\n  script: [./x#.sh]\n.b#: {image: x}\n"
    )]
    [InlineData(
        WorkflowPath,
        Steps,
        "    - id: s#\n      run: echo \"a=1\" >> $GITHUB_OUTPUT\n    - run: echo ${{ steps.s#.outputs.b }}\n"
    )]
    [InlineData(WorkflowPath, Steps, "    - run: ./x ${{ steps.t#.outputs.b }} > a\n    - id: s#\n      run: ./y\n")]
    [InlineData(WorkflowPath, Steps, "    - run: echo\n")]
    [InlineData(
        WorkflowPath,
        "on: push\njobs:\n  j: {runs-on: ubuntu-latest, steps: [{run: echo}]}\n",
        "  j#:\n    runs-on: ubuntu-latest\n    needs: [j]\n    steps: [{run: echo, id: x, env: {A: \"${{ needs.j#.outputs.x }}\"}}]\n"
    )]
    [InlineData("Makefile", ".PHONY: x\n", "t#:\n\tmake t%\n")]
    [InlineData("justfile", "", "t#: t%\n  just t%\n")]
    [InlineData("package.json", "{\"name\":\"a\",\"scripts\":{", "\"s#\": \"npm run s%\", ", "\"z\": \"x\"}}")]
    [InlineData("package.json", "{\"name\":\"a\",\"scripts\":{", "\"a:s.#\": \"npm run a:s.%\", ", "\"z\": \"x\"}}")]
    [InlineData(
        ".circleci/config.yml",
        "version: 2.1\njobs:\n",
        "  j#: {docker: [{image: x}], steps: [{run: ./x#.sh}]}\n",
        "workflows: {w: {jobs: [j0]}}\n"
    )]
    [InlineData("azure-pipelines.yml", "stages:\n", "- stage: s#\n  jobs: [{job: a, steps: [{script: ./x#.sh}]}]\n")]
    [InlineData("Jenkinsfile", "pipeline { stages {\n", "stage('s#') { steps { sh './x#.sh' } }\n", "} }\n")]
    public void A_long_file(string path, string head, string piece, string tail = "") =>
        Growth.OfAllocation(
            400,
            count =>
            {
                using MemoryRepository repository = new([new MemoryFile(path, head + Repeated(piece, count) + tail)]);
                var report = Audit.Run(repository);
                Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Trace is { Length: > 0 });
            }
        );

    [Fact]
    public void What_has_a_name_is_found_without_a_look_at_all_others() =>
        InProportion(count =>
        {
            LookCount looks = new();
            CountingList<string> list = new([.. Enumerable.Range(0, count).Select(at => $"n{at}")], looks);
            NameIndex<string> index = new(name => name, StringComparer.OrdinalIgnoreCase);
            for (var at = 0; at < count; at++)
            {
                Assert.Equal($"n{at}", index.Find(list, $"N{at}"));
            }

            return looks.Value;
        });

    [Fact]
    public void Steps_that_later_ones_may_judge() =>
        InProportion(count =>
        {
            LookCount looks = new();
            var job = Read(Steps + Repeated("    - id: s#\n      run: test ${{ steps.s@.outcome }} = success || exit 1\n", count));
            var steps = PipelineSteps.Of(job with { Steps = new CountingList<WorkflowStep>(job.Steps, looks) });
            Assert.Equal(count, steps.Count);
            return looks.Value;
        });

    [Fact]
    public void The_step_around_a_place_is_the_first_of_them()
    {
        SourceFile file = new("a.yml", new string('x', 400));
        var spans = Enumerable.Range(0, 200).Select(at => new SourceSpan(file, at * 7919 % 350, at * 31 % 50)).ToList();
        StepPlaces places = new(spans);

        for (var place = 0; place < 400; place++)
        {
            Assert.Equal(spans.Find(span => span.Start <= place && place < span.End), places.Around(place));
        }
    }

    private static WorkflowJob Read(string text)
    {
        using MemoryRepository repository = new([new MemoryFile(WorkflowPath, text)]);
        return Assert.Single(Assert.Single(new DeploymentReader().Read(repository).Deployment.Of<Workflow>()).Jobs);
    }

    private static void InProportion(Func<int, long> looks)
    {
        var once = looks(500);
        var twice = looks(1_000);
        Assert.True(twice <= once * Allowed, $"{once:N0} looks for 500, {twice:N0} for 1,000");
    }

    private static string Repeated(string piece, int count)
    {
        StringBuilder text = new();
        for (var at = 0; at < count; at++)
        {
            text.Append(
                piece
                    .Replace("#", $"{at}", StringComparison.Ordinal)
                    .Replace("@", $"{Math.Max(at - 1, 0)}", StringComparison.Ordinal)
                    .Replace("%", $"{at + 1}", StringComparison.Ordinal)
            );
        }

        return text.ToString();
    }
}
