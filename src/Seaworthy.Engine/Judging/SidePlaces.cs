using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// Directories that nobody deploys from: archives, backups, examples, templates for others. What contradicts itself there deserves a word, never a failed gate.
/// </summary>
internal static class SidePlaces
{
    private static readonly HashSet<string> Retired = new(StringComparer.OrdinalIgnoreCase)
    {
        "archive",
        "archives",
        "archived",
        "_archive",
        "backup",
        "backups",
        "deprecated",
        "attic",
        "old",
        "_old",
        "legacy",
        "trash",
    };

    private static readonly HashSet<string> Samples = new(StringComparer.OrdinalIgnoreCase)
    {
        "example",
        "examples",
        "sample",
        "samples",
        "template",
        "templates",
        "fixture",
        "fixtures",
        "testdata",
        "test-data",
        "__fixtures__",
        "docs",
        "doc",
        "tutorial",
        "tutorials",
        "boilerplate",
        "boilerplates",
        "snippets",
        "playground",
    };

    public static Verdict Weigh(Verdict verdict)
    {
        if (verdict.Outcome is not (Outcome.Fail or Outcome.Warn) || Directory(verdict) is not { } directory)
        {
            return verdict;
        }

        var kind = Retired.Contains(directory) ? "looks retired" : "is there to be copied";
        return verdict with
        {
            Outcome = Outcome.Warn,
            Severity = Severity.Low,
            Confidence = Confidence.Low,
            Message = $"{verdict.Message} (It stands below {directory}/, which {kind}.)",
        };
    }

    private static string? Directory(Verdict verdict) =>
        verdict.Locations[0].Span.File.Directory.Split('/').FirstOrDefault(part => Retired.Contains(part) || Samples.Contains(part));
}
