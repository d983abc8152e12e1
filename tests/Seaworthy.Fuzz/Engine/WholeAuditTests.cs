using Seaworthy.Engine;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Whatever fills the files of a repository, the audit ends, in time in proportion, and gives up nothing.</summary>
[Collection(nameof(Measured))]
public sealed class WholeAuditTests
{
    private static readonly IReadOnlyList<string> EveryKind =
    [
        "Dockerfile",
        "compose.yaml",
        ".env",
        "k8s/app.yaml",
        ".github/workflows/ci.yml",
        "nginx.conf",
        "run.sh",
        "Makefile",
        "Procfile",
        "package.json",
        "pyproject.toml",
        "requirements.txt",
        "Cargo.toml",
        "go.mod",
        "app.csproj",
        "fly.toml",
        "main.py",
        "index.ts",
        "main.rs",
        "Program.cs",
        "main.go",
        ".gitignore",
        ".dockerignore",
        "alembic/versions/a.py",
        "migrations/0001_initial.py",
        "prometheus.yml",
        "render.yaml",
        "vercel.json",
    ];

    [Theory]
    [InlineData("{\"a\": ", "\"some words\", ", 15_000)]
    [InlineData("", "[", 100_000)]
    [InlineData("a: \"", "\"", 100_000)]
    [InlineData("a", " ", 100_000)]
    [InlineData("RUN ", "\\", 100_000)]
    [InlineData("A=", "${A:-", 20_000)]
    public void Endless_repetition_of_one_thing_in_every_kind_of_file(string head, string piece, int times) =>
        Growth.OfRepetition(piece, times, Answer, head);

    [Fact]
    public void Endless_anchors_in_every_kind_of_file() =>
        Growth.OfText(
            count => string.Concat(Enumerable.Range(0, count).Select(index => $"k{index}: &a{index} [*a{Math.Max(0, index - 1)}]\n")),
            5_000,
            Answer
        );

    [Fact]
    public void Endless_indentation_in_every_kind_of_file() =>
        Answer(string.Concat(Enumerable.Range(0, 1900).Select(depth => new string(' ', depth) + "a:\n")));

    private static void Answer(string text)
    {
        using MemoryRepository repository = new([.. EveryKind.Select(path => new MemoryFile(path, text))]);

        var report = Audit.Run(repository);

        Assert.Empty(
            report
                .Diagnostics.Where(diagnostic => diagnostic is { IsIncomplete: true, Kind: not DiagnosticKind.LimitReached })
                .Select(diagnostic => $"{diagnostic.Path}: {diagnostic.Trace}")
        );
    }
}
