using System.Text.RegularExpressions;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.RulePages;

/// <summary>
/// The checks that the examples of all pages give. What can be read off them is read; those that ask the files alone are run on the example and on what the page shows instead, and have to
/// answer differently: else nobody sees by them whether the finding is fixed.
/// </summary>
public sealed partial class CheckTests
{
    public static TheoryData<string> Rules() => [.. AllRules.List.Where(ChosenPage.Has).Select(rule => rule.Info.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_check_tells_before_from_after(string rule)
    {
        var judged = AllRules.List.First(candidate => candidate.Info.Id == rule);
        var sections = PageVerdicts.SectionsOf(judged);
        Dictionary<PageSection, IReadOnlyList<Verdict>> told = sections
            .Where(section => section.IsExample)
            .ToDictionary(section => section, section => Reported(judged, section));

        foreach (var (section, verdict) in told.SelectMany(pair => pair.Value.Select(verdict => (pair.Key, verdict))))
        {
            Assert.True(
                verdict is { Outcome: Outcome.Warn } or { Verification.Length: > 0 },
                $"{section.Heading}: a FAIL without a check: {verdict.Message}"
            );
            var complaint = verdict.Verification is { } check ? CheckWords.Complaint(check, section.Files) : null;
            Assert.True(complaint is null, $"{section.Heading}: {complaint}: {verdict.Verification}");
        }

        foreach (var (example, instead) in Pairs(sections))
        {
            Run(told[example], example, instead);
        }
    }

    private static IReadOnlyList<Verdict> Reported(Rule rule, PageSection section) =>
        [.. PageVerdicts.Of(rule, section).Where(verdict => verdict.Outcome is Outcome.Fail or Outcome.Warn)];

    private static void Run(IReadOnlyList<Verdict> told, PageSection example, PageSection instead)
    {
        var checks = told.Select(verdict => verdict.Verification).OfType<string>().Where(CheckWords.IsOfFiles).Distinct().ToList();
        if (checks.Count == 0)
        {
            return;
        }

        using ExampleTree before = new(example.Files);
        using ExampleTree after = new(instead.Files);
        foreach (var check in checks)
        {
            var (first, second) = (before.Run(check), after.Run(check));
            Assert.True(
                first.Code != second.Code
                    || (check.Contains("   # ", StringComparison.Ordinal) && Told(first.Output) != Told(second.Output)),
                $"The check answers the same on '{example.Heading}' and on '{instead.Heading}' ({first.Code}):\n{check}\n{first.Output}"
            );
        }
    }

    /// <summary>What git found, wherever the line has moved.</summary>
    private static string Told(string output) => LineNumber().Replace(output, ":");

    [GeneratedRegex(@":\d+:")]
    private static partial Regex LineNumber();

    /// <summary>What is put right, each with the example above it that it is most like.</summary>
    private static IEnumerable<(PageSection Example, PageSection Instead)> Pairs(IReadOnlyList<PageSection> sections)
    {
        List<PageSection> above = [];
        var isClosed = false;
        foreach (var section in sections)
        {
            if (section.IsExample)
            {
                above = isClosed ? [section] : [.. above, section];
                isClosed = false;
            }
            else if (section.Heading.StartsWith("Instead", StringComparison.Ordinal))
            {
                isClosed = true;
                if (above.Count > 0)
                {
                    yield return (above.MaxBy(example => Lines(example).Intersect(Lines(section)).Count()) ?? above[0], section);
                }
            }
        }
    }

    private static IEnumerable<string> Lines(PageSection section) =>
        section.Files.SelectMany(file => file.Text.Split('\n').Select(line => $"{file.Path}\n{line}"));
}
