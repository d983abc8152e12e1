using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>The lines around a finding are quoted although no finding names them: whatever line is named, no secret stands around it.</summary>
public sealed class LinesAroundFindingsTests
{
    private const int Around = 3;

    [Fact]
    public void No_line_around_another_shows_a_secret_of_any_kind_from_any_kind_of_file()
    {
        using MemoryRepository repository = new(PlantedFiles.All);
        var report = Audit.Run(repository);
        var files = report.Deployment.Artifacts.Select(artifact => artifact.File).DistinctBy(file => file.Path).ToList();

        var shown = (
            from file in files
            from line in Excerpts(file, report)
            from secret in PlantedSecrets.All
            where line.Text.Contains(secret.Value, StringComparison.Ordinal)
            select $"{file.Path}:{line.Number}: {secret.Kind}"
        )
            .Distinct()
            .ToList();

        Assert.InRange(files.Count, 25, int.MaxValue);
        Assert.True(shown.Count == 0, string.Join('\n', shown));
    }

    [Theory]
    [InlineData(
        "A=1\nKEY=\"-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAq7Kd2mXw9Rt4bNabcdefghijklmnopqrstuvwxyz0123456789\nq7Kd2mXw9Rt4bN==\n-----END RSA PRIVATE KEY-----\"\nB=2\n"
    )]
    [InlineData("A=1\nKEY=\"-----BEGIN PRIVATE KEY-----\nq7Kd2mXw9Rt4bN==\nB=2\n")]
    public void The_short_last_line_of_a_key_is_hidden_too(string text)
    {
        using MemoryRepository repository = new([new(".env", text)]);
        var report = Audit.Run(repository);
        var file = report.Deployment.Artifacts[0].File;

        Assert.DoesNotContain(Excerpts(file, report), line => line.Text.Contains("q7Kd2mXw9Rt4bN", StringComparison.Ordinal));
        Assert.Contains(Excerpts(file, report), line => line.Text == "A=1");
    }

    [Fact]
    public void Lines_keep_their_numbers_and_what_indentation_tells_them_apart()
    {
        using MemoryRepository repository = new([
            new("compose.yaml", "services:\n  api:\n    image: a:1\n\n    ports:\n    - \"80:80\"\n  db:\n    image: b:1\n"),
        ]);
        var report = Audit.Run(repository);
        var file = report.Deployment.Artifacts[0].File;

        Assert.Equal(
            ["2:api:", "3:  image: a:1", "4:", "5>  ports:", "6:  - \"80:80\"", "7:db:", "8:  image: b:1"],
            Excerpt.Of(At(file, 5), report, Around).Select(line => $"{line.Number}{(line.IsNamed ? '>' : ':')}{line.Text}")
        );
        Assert.Equal([1, 2], Excerpt.Of(At(file, 1), report, around: 1).Select(line => line.Number));
        Assert.Equal([7, 8], Excerpt.Of(At(file, 8), report, around: 1).Select(line => line.Number));
        Assert.Empty(Excerpt.Of(new SourceSpan(file, 0, 0), report, Around));
    }

    private static IEnumerable<ExcerptLine> Excerpts(SourceFile file, Report report) =>
        Enumerable
            .Range(1, file.Lines.Count)
            .Where(line => line % (Around * 2) == 1 || line == file.Lines.Count)
            .SelectMany(line => Excerpt.Of(At(file, line), report, Around));

    private static SourceSpan At(SourceFile file, int line) => new(file, file.Lines.StartOf(line), 1);
}
