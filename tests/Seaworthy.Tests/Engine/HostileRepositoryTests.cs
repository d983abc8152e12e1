using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Reporting.Html;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Tests.Cli.Secrets;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine;

/// <summary>Whatever a repository holds, the audit answers: no crash, no endless work, no look outside.</summary>
public sealed class HostileRepositoryTests
{
    [Fact]
    public void Ten_thousand_services()
    {
        var services = string.Concat(
            Enumerable
                .Range(0, 10_000)
                .Select(index =>
                    $"  s{index}:\n    image: example/s:{index}\n    ports: [\"{1024 + (index % 60_000)}:80\"]\n    depends_on: [s{(index + 1) % 10_000}]\n"
                )
        );

        var report = Answer([new MemoryFile("compose.yaml", "services:\n" + services)]);

        Assert.Contains(report.Deployment.Artifacts, artifact => artifact.File.Path == "compose.yaml");
    }

    [Fact]
    public void A_bomb_of_aliases()
    {
        var bomb =
            "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable
                    .Range(1, 12)
                    .Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n")
            );

        Answer([
            new MemoryFile("compose.yaml", $"services:\n  api:\n    image: a\nx-bomb:\n{Indent(bomb)}"),
            new MemoryFile("k8s/a.yaml", $"apiVersion: v1\nkind: ConfigMap\ndata:\n{Indent(bomb)}"),
        ]);
    }

    [Fact]
    public void Files_that_include_each_other_in_a_circle()
    {
        Answer([
            new MemoryFile("compose.yaml", "include: [b.yaml]\nservices:\n  api:\n    extends: {file: b.yaml, service: api}\n"),
            new MemoryFile("b.yaml", "include: [compose.yaml]\nservices:\n  api:\n    extends: {file: compose.yaml, service: api}\n"),
            new MemoryFile(".env", "A=${B}\nB=${A}\n"),
            new MemoryFile("requirements.txt", "-r requirements.txt\n"),
            new MemoryFile("Dockerfile", "ARG A=$B\nARG B=$A\nFROM a AS b\nFROM b AS a\nCOPY --from=a x y\n"),
            new MemoryFile("app.py", "from app import a\nx = x\n"),
        ]);
    }

    [Fact]
    public void A_binary_file_named_Dockerfile()
    {
        using MemoryRepository repository = new([new MemoryFile("Dockerfile", "\u007fELF\0\0\u0001")]);

        var report = Audit.Run(repository);

        Assert.Equal(DiagnosticKind.FileUnreadable, Assert.Single(report.Diagnostics).Kind);
    }

    public static TheoryData<string, string> Cut() =>
        new()
        {
            { "compose.yaml", "x-a: " + new string('[', 250) + new string(']', 250) + "\nservices:\n  a:\n    image: b\n    image: c\n" },
            { "nginx.conf", string.Concat(Enumerable.Repeat("a { ", 300)) + new string('}', 300) + "\nserver { listen 80; }\n" },
            { "Dockerfile", "FROM alpine:3.20\n" + string.Concat(Enumerable.Repeat("RUN echo\n", 10_100)) },
            { "fly.toml", "a = " + new string('[', 300) + new string(']', 300) + "\n[env]\nA = 1\n" },
        };

    [Theory]
    [MemberData(nameof(Cut))]
    public void A_file_beyond_a_limit_leaves_the_audit_incomplete(string path, string text)
    {
        using MemoryRepository repository = new([new MemoryFile(path, text)]);

        var report = Audit.Run(repository);

        Assert.True(report.IsIncomplete);
        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Kind == DiagnosticKind.LimitReached && diagnostic.Path == path);
    }

    [Fact]
    public void Many_files_of_the_largest_size_are_not_all_read()
    {
        var filling = "FROM alpine:3.20\n#" + new string('#', 4_900_000);
        using MemoryRepository repository = new([
            .. Enumerable.Range(0, 40).Select(index => new MemoryFile($"d{index:00}/Dockerfile", filling)),
        ]);

        var report = Audit.Run(repository);

        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Kind == DiagnosticKind.LimitReached);
        Assert.InRange(report.Deployment.Artifacts.Count, 20, 35);
    }

    [Theory]
    [InlineData(150, 0)]
    [InlineData(0, 1_000_001)]
    public void A_secret_is_found_behind_harmless_ones_and_in_a_long_text(int harmless, int filling)
    {
        var token = PlantedSecrets.All.First(secret => secret.Kind == "Stripe key").Value;
        var text =
            string.Concat(Enumerable.Range(0, harmless).Select(index => $"k{index}: \"AKIA" + "IOSFODNN7EXAMPLE\"\n"))
            + $"token: \"{token}\"\n#{new string('-', filling)}\n";

        var report = Answer([new MemoryFile("config.yaml", text)]);

        Assert.Contains(
            report.Findings,
            finding => finding is { IsFault: true, Rule.Id: "secrets/committed-secret" } && finding.Primary.Span.StartLine == harmless + 1
        );
    }

    [Fact]
    public void An_empty_repository_has_nothing_to_judge()
    {
        using var scratch = new ScratchRepository().Init();
        using DirectoryRepository repository = new(scratch.Root);

        var report = Audit.Run(repository);

        Assert.DoesNotContain(report.Findings, finding => finding.Outcome == Outcome.Fail);
        Assert.False(report.IsIncomplete);
    }

    [Fact]
    public void Links_out_of_the_root_names_with_line_breaks_and_loops()
    {
        using ScratchRepository outside = new();
        outside.Write("compose.yaml", "services:\n  api:\n    image: a\n  api:\n    image: outside\n");
        using var scratch = new ScratchRepository()
            .Link("compose.yaml", Path.Combine(outside.Root, "compose.yaml"))
            .Link("loop", ".")
            .Link("up", "..")
            .Write("a b\n\u001b[31m/compose.yaml", "services:\n  api:\n    image: a\n  api:\n    image: inside\n");
        using DirectoryRepository repository = new(scratch.Root);
        using StringWriter text = new();

        var report = Audit.Run(repository);
        MarkdownReport.Write(report, text);

        Assert.All(report.Findings, finding => Assert.DoesNotContain("outside", finding.Verdict.Message, StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Primary.Span.File.Path == "a b\n\u001b[31m/compose.yaml");
        Assert.DoesNotContain('\u001b', text.ToString());
    }

    private static Report Answer(IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);

        var report = Audit.Run(repository);

        // A limit is reached, said, and no crash.
        Assert.Empty(
            report
                .Diagnostics.Where(diagnostic => diagnostic is { IsIncomplete: true, Kind: not DiagnosticKind.LimitReached })
                .Select(diagnostic => $"{diagnostic.Path}: {diagnostic.Trace}")
        );
        using MemoryStream json = new();
        JsonReport.Write(report, json);
        using StringWriter page = new();
        HtmlReport.Write(report, page);
        return report;
    }

    private static string Indent(string text) =>
        string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => "  " + line + "\n"));
}
