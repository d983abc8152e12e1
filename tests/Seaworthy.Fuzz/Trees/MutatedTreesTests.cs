using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Tests.Cli.Secrets;
using Xunit;

namespace Seaworthy.Fuzz.Trees;

/// <summary>
/// Whole trees with changes that nobody thought of. Whatever they hold: nothing is given up, places lie inside their files, the report is the same in every run, what programs read is well formed, no secret is shown.
/// </summary>
public sealed partial class MutatedTreesTests
{
    private const int Batches = 8;
    private const int TreesEach = 25;

    // All outputs of a tree cost as much as thirty audits.
    private const int TreesForAllOutputs = 1;

    // Another draw: SEAWORTHY_SEED=7 ./test --all
    private static readonly int Seed = int.Parse(
        Environment.GetEnvironmentVariable("SEAWORTHY_SEED") ?? "52",
        CultureInfo.InvariantCulture
    );

    private static readonly string Token = PlantedSecrets.All[0].Value;

    public static TheoryData<int> Draws() => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Every_report_keeps_its_promises(int batch)
    {
        for (var tree = 0; tree < TreesEach; tree++)
        {
            Random random = new(HashCode(Seed, batch, tree));
            var files = WithToken(new Mutations(random).Apply(SourceTrees.Draw(random)), random);
            try
            {
                Keeps(files, withAllOutputs: tree < TreesForAllOutputs);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                Assert.Fail($"seed {Seed}, batch {batch}, tree {tree}, kept in {Kept(files, batch, tree)}: {error}");
            }
        }
    }

    private static void Keeps(List<MemoryFile> files, bool withAllOutputs)
    {
        var report = Audited(files);
        Assert.Empty(
            report
                .Diagnostics.Where(one => one is { IsIncomplete: true, Kind: not DiagnosticKind.LimitReached })
                .Select(one => $"{one.Path}: {one.Message} {one.Trace}")
        );
        Assert.All(
            report.Findings.SelectMany(finding => finding.Verdict.Locations),
            location => Assert.InRange(location.Span.End, location.Span.Start, location.Span.File.Text.Length)
        );

        var json = Json(report);
        files.Reverse();
        Assert.Equal(json, Json(Audited(files)));
        Assert.DoesNotContain(Token, json, StringComparison.Ordinal);

        if (withAllOutputs)
        {
            using AllOutputs outputs = new(files, []);
            Assert.All(outputs.Texts, output => IsWellFormed(output.Key, output.Value));
        }
    }

    private static void IsWellFormed(string name, string text)
    {
        Assert.False(text.Contains(Token, StringComparison.Ordinal), $"{name} shows a token");
        Assert.False(Control().IsMatch(text), $"{name} holds a control character");
        switch (name)
        {
            case "model" or "audit Json" or "audit Sarif" or "audit Gitlab" or "matrix json" or "cost json" or "diff Json":
                using (JsonDocument.Parse(text)) { }

                break;
            case "audit Junit":
                XDocument.Parse(text);
                break;
            case "audit Html":
                Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
                break;
        }
    }

    private static Report Audited(IEnumerable<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        return Audit.Run(repository);
    }

    private static string Json(Report report)
    {
        using MemoryStream stream = new();
        JsonReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A token in the place of a word, anywhere: names of services, keys, paths, comments.</summary>
    private static List<MemoryFile> WithToken(List<MemoryFile> files, Random random) =>
        [.. files.Select(file => file with { Text = Word().Replace(file.Text, word => random.Next(50) == 0 ? Token : word.Value) })];

    /// <summary>A broken promise is looked at with the program itself: the tree is written down.</summary>
    private static string Kept(List<MemoryFile> files, int batch, int tree)
    {
        var directory = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"seaworthy-{Seed}-{batch}-{tree}"));
        foreach (var file in files)
        {
            var path = Path.Combine(directory, file.Path);
            if (Path.GetDirectoryName(path) is { } parent && !File.Exists(parent) && !Directory.Exists(path))
            {
                Directory.CreateDirectory(parent);
                File.WriteAllText(path, file.Text);
            }
        }

        return directory;
    }

    private static int HashCode(int seed, int batch, int tree) => unchecked((((seed * 31) + batch) * 1_000_003) + tree);

    [GeneratedRegex(@"\b[A-Za-z0-9_]{3,}\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]")]
    private static partial Regex Control();
}
