using System.Text.RegularExpressions;
using Seaworthy.Engine;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Tests.RulePages;
using Xunit;

namespace Seaworthy.Fuzz.Engine;

/// <summary>The examples of the rule pages with some of their words replaced by what nobody expects there: no audit gives anything up.</summary>
public sealed partial class HostileWordsTests
{
    private const int TimesEach = 2;

    private static readonly IReadOnlyList<string> Hostile =
    [
        "/",
        "//",
        ".",
        "..",
        "../..",
        "./",
        "~",
        "\"\"",
        "''",
        "$",
        "${}",
        "${A:-}",
        "$(",
        ":",
        "::",
        ":0",
        "0",
        "-1",
        "99999999999999999999",
        "@",
        "://",
        "http://",
        "http://:",
        "postgres://@:/",
        "*",
        "**",
        "[",
        "]",
        "{",
        "}",
        "{{",
        "-",
        "--",
        "=",
        ",",
        "#",
        "%",
        "\\",
        "|",
        "null",
        "true",
        "é",
        "\uD83D\uDE00",
        "\u200B",
        "C:\\a",
        "a b",
        "",
    ];

    public static TheoryData<string> Rules() => [.. AllRules.List.Select(rule => rule.Info.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Examples_with_words_replaced(string rule)
    {
        // The same words on every machine and in every run.
        Random random = new(rule.Aggregate(17, (sum, letter) => (sum * 31) + letter));
        foreach (var section in PageVerdicts.SectionsOf(AllRules.List.First(candidate => candidate.Info.Id == rule)))
        {
            for (var time = 0; time < TimesEach; time++)
            {
                Answer([.. section.Files.Select(file => Replaced(file, random))]);
            }
        }
    }

    private static MemoryFile Replaced(MemoryFile file, Random random) =>
        file with
        {
            Text = Word().Replace(file.Text, word => random.Next(12) == 0 ? Hostile[random.Next(Hostile.Count)] : word.Value),
        };

    private static void Answer(IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);

        var report = Audit.Run(repository);

        var lost = report.Diagnostics.FirstOrDefault(diagnostic =>
            diagnostic is { IsIncomplete: true, Kind: not DiagnosticKind.LimitReached }
        );
        Assert.True(
            lost is null,
            $"{lost?.Path}: {lost?.Message}\n{lost?.Trace}\n{string.Join('\n', files.Select(file => $"--- {file.Path}\n{file.Text}"))}"
        );
    }

    [GeneratedRegex(@"[\w./:@${}~*-]+")]
    private static partial Regex Word();
}
