using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Linking.Paths;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Trees in which each of many things meets each of many others: what is said of one of them is kept once, not once for each that it meets. It is counted.</summary>
public sealed class LargeProductTests
{
    private const double Allowed = 2.3;

    [Fact]
    public void Workflows_that_each_need_a_manifest() =>
        InProportion(
            count =>
                Enumerable
                    .Range(0, count)
                    .Select(at => new MemoryFile(
                        $".github/workflows/w{at}.yml",
                        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n    - uses: actions/checkout@v4\n    - run: npm test\n"
                    )),
            StepsOfPaths
        );

    [Fact]
    public void Services_of_one_program_that_read_the_same_variables() =>
        InProportion(
            count =>
                [
                    new MemoryFile(
                        "compose.yaml",
                        "services:\n" + Lines(count, at => $"  s{at}:\n    build: .\n    env_file: shared.env\n")
                    ),
                    new MemoryFile("shared.env", Lines(count, at => $"V{at}=x\n")),
                    new MemoryFile("Dockerfile", "FROM python:3.12\nCOPY . .\nCMD [\"python\", \"app.py\"]\n"),
                    new MemoryFile("requirements.txt", "flask==3.0.0\n"),
                    new MemoryFile("app.py", "import os\n" + Lines(count, at => $"v{at} = os.environ[\"V{at}\"]\n")),
                ],
            deployment => AllRules.List.Sum(rule => rule.Judge(deployment).LongCount())
        );

    [Fact]
    public void Images_that_start_one_long_script() =>
        InProportion(
            count =>
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(at => new MemoryFile($"Dockerfile.{at}", "FROM debian:12\nCOPY . .\nENTRYPOINT [\"./start.sh\"]\n")),
                    new MemoryFile("start.sh", "#!/bin/sh\nset -e\n" + Lines(count, at => $"echo {at}\n./b{at}.sh\n")),
                ],
            deployment =>
                deployment
                    .Startups.SelectMany(startup => startup.Programs)
                    .Distinct<ShellCommand>(ReferenceEqualityComparer.Instance)
                    .LongCount()
        );

    private static long StepsOfPaths(Deployment deployment) =>
        Work.Within(
            Work.Limit,
            () =>
            {
                Assert.NotEmpty(PathUses.Link(deployment));
                return Work.Limit - Work.Left;
            }
        );

    private static void InProportion(Func<int, IEnumerable<MemoryFile>> tree, Func<Deployment, long> count)
    {
        var once = Counted(tree(200), count);
        var twice = Counted(tree(400), count);
        Assert.True(twice <= once * Allowed, $"{once:N0} for 200, {twice:N0} for 400");
    }

    private static long Counted(IEnumerable<MemoryFile> files, Func<Deployment, long> count)
    {
        using MemoryRepository repository = new(files);
        return count(new DeploymentReader(ofRules: AllRules.List.SelectMany(rule => rule.Relations)).Read(repository).Deployment);
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}
