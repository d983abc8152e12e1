using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Which relations an audit worked out is told to whoever asks, beside the report.</summary>
public sealed class RelationTraceTests
{
    private const string Compose = """
        services:
          web:
            image: nginx:1.29-alpine
        """;

    [Fact]
    public void It_stands_on_standard_error_and_the_report_is_the_same()
    {
        using var shop = new ScratchRepository().Write("compose.yaml", Compose);

        var plain = Program.Run(shop.Root, "audit", "--format", "json");
        var traced = Program.Run(shop.Root, "audit", "--format", "json", "--trace", "relations");

        Assert.Equal((plain.Code, plain.Output), (traced.Code, traced.Output));
        Assert.DoesNotContain("asked for by", plain.Error, StringComparison.Ordinal);
        var lines = Lines(traced.Error);
        Assert.Equal(["relation", "asked", "for", "by", "took", "ms", "itself", "ms", "links"], lines[0]);
        Assert.Equal("1", Assert.Single(lines, line => line[0] == "Target")[^1]);
        Assert.Equal("containers/uv-without-environment", Assert.Single(lines, line => line[0] == "UvInstall")[1]);
    }

    [Fact]
    public void What_only_a_rule_asks_for_that_is_off_is_not_worked_out()
    {
        using var shop = new ScratchRepository()
            .Write("compose.yaml", Compose)
            .Write("seaworthy.yaml", "areas:\n  containers: off\n  dependencies: off\n");

        var lines = Lines(Program.Run(shop.Root, "audit", "--trace", "relations").Error);

        Assert.Contains(lines, line => line[0] == "Target");
        Assert.DoesNotContain(lines, line => line[0] is "UvInstall" or "BuildTool" or "StartImports");
    }

    private static List<string[]> Lines(string error) =>
        [
            .. error
                .ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        ];
}
