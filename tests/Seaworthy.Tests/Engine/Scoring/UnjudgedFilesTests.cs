using Seaworthy.Engine.Scoring;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Scoring;

public sealed class UnjudgedFilesTests
{
    private const string Compose = "services:\n  api:\n    build: .\n";
    private const string Dockerfile = "FROM node:22-alpine\nCOPY server.js ./\nCMD [\"node\", \"server.js\"]\n";

    [Theory]
    [InlineData("compose.yaml", "", "is empty")]
    [InlineData("Dockerfile", "\n", "is empty")]
    [InlineData("compose.yaml", "version: '3'\n", "contains nothing for docker compose")]
    [InlineData("compose.yaml", "services:\n  api: {build: \"}\n", "is refused by its tool for line 2")]
    [InlineData("compose.yaml", "services:\n  api:\n    build: .\n    prots: []\n", "is refused by its tool for line 4")]
    [InlineData("k8s/api.yaml", "", "is empty")]
    public void What_a_file_does_that_says_nothing_is_not_known(string path, string text, string why)
    {
        var score = ScoreOf([
            .. Tree(path, text),
            .. path.StartsWith("k8s/", StringComparison.Ordinal) ? [new MemoryFile(path, text)] : Array.Empty<MemoryFile>(),
        ]);

        Assert.Null(score.Total);
        Assert.Equal([$"{path} {why}"], score.Unjudged.Select(file => $"{file.Path} {file.Why}"));
    }

    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("Dockerfile")]
    [InlineData("server.js")]
    public void What_git_ignores_and_something_looks_for_is_not_known(string path)
    {
        var score = ScoreOf([.. Tree(), new MemoryFile(".gitignore", $"# ours\n/{path}\n")]);

        Assert.Equal([$"{path} is hidden from git by .gitignore:2"], score.Unjudged.Select(file => $"{file.Path} {file.Why}"));
    }

    [Theory]
    [InlineData(".env", "*.env\n.env\n")]
    [InlineData("compose.override.yaml", "compose.override.yaml\n")]
    [InlineData("compose.local.yaml", "compose.*.yaml\n")]
    [InlineData("dist/Dockerfile", "dist/\n")]
    [InlineData("node_modules/a/package.json", "node_modules\n")]
    [InlineData("k8s/secrets.yaml", "secrets.yaml\n")]
    public void What_is_of_one_machine_or_made_changes_nothing(string path, string ignored) =>
        Assert.Empty(ScoreOf([.. Tree(), new MemoryFile(path, Compose), new MemoryFile(".gitignore", ignored)]).Unjudged);

    [Theory]
    [InlineData("requirements.txt", "")]
    [InlineData(".env", "")]
    [InlineData("lib/empty.js", "")]
    [InlineData("infra/outputs.tf", "")]
    [InlineData("docker/cron.conf", "")]
    [InlineData("compose.override.yaml", "")]
    [InlineData("chart/requirements.yaml", "")]
    [InlineData("grafana/alerting/rules.yaml", "apiVersion: 1\ngroups: []\n")]
    [InlineData("tests/compose.yaml", "")]
    public void What_may_be_empty_is_judged(string path, string text) =>
        Assert.Empty(ScoreOf([.. Tree(), new MemoryFile(path, text)]).Unjudged);

    private static List<MemoryFile> Tree(string path = "", string text = "") =>
        [
            .. new[] { new MemoryFile("compose.yaml", Compose), new("Dockerfile", Dockerfile), new("server.js", "listen();\n") }.Select(
                file => file.Path == path ? file with { Text = text } : file
            ),
        ];

    private static Score ScoreOf(IEnumerable<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        return Seaworthy.Engine.Audit.Run(repository).Score;
    }
}
