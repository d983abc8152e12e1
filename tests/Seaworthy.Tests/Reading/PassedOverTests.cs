using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading;

/// <summary>Files that are not judged because of where they lie: never the repository's own, and never in silence.</summary>
public sealed class PassedOverTests
{
    private const string Workflow = ".github/workflows/a.yml";

    [Theory]
    [InlineData(".github-1.dist-info/METADATA", ".github/__init__.py", Workflow)]
    [InlineData("k8s-1.dist-info/METADATA", "k8s/__init__.py", "k8s/Dockerfile")]
    [InlineData("app/k8s-1.dist-info/x", "app/k8s/__init__.py", "app/k8s/Dockerfile")]
    [InlineData("app/k8s-1.dist-info/METADATA", "app/k8s/x.py", "app/k8s/Dockerfile")]
    [InlineData("app/k8s.dist-info/METADATA", "app/k8s/__init__.py", "app/k8s/Dockerfile")]
    [InlineData("app/x-1.dist-info/x", "app/x.py", "app/x-1.dist-info/Dockerfile")]
    public void The_repositorys_own_directory_is_judged(string mark, string beside, string file)
    {
        using MemoryRepository repository = new([new(mark, "x"), new(beside, ""), new(file, "FROM a\n")]);

        var reading = new DeploymentReader().Read(repository);

        Assert.Contains(reading.Deployment.Artifacts, artifact => artifact.File.Path == file);
        // The record itself may be one of an installation; the directory beside it is named by no note.
        Assert.DoesNotContain(
            reading.Diagnostics,
            diagnostic => diagnostic.Message.Contains($"({Path.GetDirectoryName(file)})", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_passed_over_is_counted_and_named()
    {
        using MemoryRepository repository = new([
            new("layer/langchain-0.0.189.dist-info/RECORD", ""),
            new("layer/langchain/__init__.py", ""),
            new("layer/langchain/Dockerfile", "FROM a\n"),
            new("web/node_modules/a/Dockerfile", "FROM a\n"),
            .. Enumerable.Range(0, 7).Select(number => new MemoryFile($"t{number}/fixtures/Dockerfile", "FROM a\n")),
        ]);

        var note = Assert.Single(new DeploymentReader().Read(repository).Diagnostics);

        Assert.Equal((DiagnosticKind.FilesPassedOver, false), (note.Kind, note.IsIncomplete));
        Assert.Matches(
            @"^\d+ files below 10 directories are not judged: packages of others, input of tests or copies of an editor \(layer/langchain, layer/langchain-0\.0\.189\.dist-info, t0/fixtures, t1/fixtures, t2/fixtures and 5 more\)\.$",
            note.Message
        );
    }
}
