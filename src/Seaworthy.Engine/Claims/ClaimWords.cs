using System.Text.RegularExpressions;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Claims;

/// <summary>What the words of a claim and of a finding have in common. Who claims says in prose what a rule says in its own terms.</summary>
internal static partial class ClaimWords
{
    private const int ShortestName = 6;
    private const int ShortestWord = 4;

    // wait, waits, waiting; postgres, PostgreSQL.
    private const int Stem = 5;

    // Words of any sentence about a deployment.
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "also",
        "before",
        "builds",
        "build",
        "cannot",
        "committed",
        "container",
        "docker",
        "every",
        "file",
        "files",
        "from",
        "have",
        "image",
        "into",
        "line",
        "more",
        "never",
        "nothing",
        "only",
        "other",
        "repository",
        "service",
        "services",
        "sets",
        "start",
        "starts",
        "that",
        "their",
        "them",
        "there",
        "they",
        "this",
        "uses",
        "value",
        "when",
        "where",
        "which",
        "with",
        "without",
        "yaml",
        "compose",
    };

    // Words of rule names that say nothing of their subject.
    private static readonly HashSet<string> PlainOfRules = new(StringComparer.Ordinal)
    {
        "image",
        "without",
        "missing",
        "never",
        "other",
        "another",
        "service",
    };

    /// <summary>How many words of the finding stand in a text, whatever their endings; 0 where none of them is the rule's own: names alone say nothing of the fault.</summary>
    public static int Shared(Finding finding, string text)
    {
        var said = Stems(text);
        return Stems($"{finding.Rule.Id} {finding.Rule.Title} {finding.Rule.Rationale}").Overlaps(said)
            ? Stems(finding.Verdict.Message).Count(said.Contains)
            : 0;
    }

    /// <summary>A word of the rule's name is a word of the text: <c>limits</c> of no-resource-limits.</summary>
    public static bool AreNameOf(RuleInfo rule, string text) =>
        rule
            .Id.Split('/', '-')
            .Any(word =>
                word.Length >= ShortestWord
                && !PlainOfRules.Contains(word)
                && text.Contains(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>The names within a value that is written as prose: <c>permissions: id-token: write (absent)</c>.</summary>
    public static IEnumerable<string> Names(string value) =>
        value
            .Split([' ', ',', '(', ')', '"', '\'', '`', '=', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim(':', '.'))
            .Where(word => word.Length >= ShortestName && !word.All(char.IsLetter));

    private static HashSet<string> Stems(string text) =>
        [
            .. Word()
                .Matches(text)
                .Select(match => match.Value)
                .Where(word => word.Length >= ShortestWord && !Plain.Contains(word))
                .Select(word => word[..Math.Min(Stem, word.Length)].TrimEnd('s').ToLowerInvariant()),
        ];

    [GeneratedRegex("[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
