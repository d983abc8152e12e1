using System.Text.RegularExpressions;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Tests.RulePages;

/// <summary>A section of a rule page that holds example files: together a small repository.</summary>
/// <param name="Remedies">What stands in the remedy of one of its findings: <c>> Remedy: `eclipse-temurin:17-jre`</c>.</param>
internal sealed partial record PageSection(
    string Heading,
    string Above,
    IReadOnlyList<MemoryFile> Files,
    IReadOnlyList<MarkedLine> Marks,
    IReadOnlyList<string> Remedies
)
{
    /// <summary>Says that the rule has no subject here at all, so that nothing passes either.</summary>
    private const string NoSubject = "(not applicable)";

    public bool IsExample =>
        Heading.StartsWith("Example", StringComparison.Ordinal)
        || (!IsCounterexample(Heading) && Above.StartsWith("Example", StringComparison.Ordinal));

    public bool IsNotReported => !IsExample && (IsCounterexample(Heading) || IsCounterexample(Above));

    public bool IsNotApplicable => Heading.Contains(NoSubject, StringComparison.Ordinal);

    /// <summary>Whether a finding is what the heading announces: <c>Example: WARN, low, for…</c>. A heading that announces nothing takes any.</summary>
    public bool Expects(Verdict verdict)
    {
        var announced = Announced().Match(Heading);
        return !announced.Success
            || (
                announced.Groups["outcome"].Value.Equals(verdict.Outcome.ToString(), StringComparison.OrdinalIgnoreCase)
                && (
                    announced.Groups["severity"] is not { Success: true, Value: var severity }
                    || severity.Equals(verdict.Severity.ToString(), StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    [GeneratedRegex(@"\b(?<outcome>WARN|FAIL)\b(, (?<severity>critical|high|medium|low)\b)?")]
    private static partial Regex Announced();

    private static bool IsCounterexample(string heading) =>
        heading.StartsWith("Instead", StringComparison.Ordinal) || heading.StartsWith("Not reported", StringComparison.Ordinal);
}
