using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>Verdicts as they leave the audit: no text of theirs holds a secret that is known by its value, in whatever form. What holds none stays the same object.</summary>
internal sealed partial class VerdictMask(Quotations quotations)
{
    public IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings)
    {
        var masked = new Finding[findings.Count];
        Parallel.For(0, masked.Length, index => masked[index] = Of(findings[index]));
        return masked;
    }

    public IReadOnlyList<RuleSummary> Of(IReadOnlyList<RuleSummary> summaries) =>
        [.. summaries.Select(summary => Of(summary.Rule) is var rule && rule == summary.Rule ? summary : summary with { Rule = rule })];

    public IReadOnlyList<Diagnostic> Of(IReadOnlyList<Diagnostic> diagnostics) =>
        [
            .. diagnostics.Select(diagnostic =>
                Same(diagnostic.Message) ? diagnostic : diagnostic with { Message = Text(diagnostic.Message) }
            ),
        ];

    private Finding Of(Finding finding)
    {
        var verdict = finding.Verdict;
        var check = Check(verdict);
        var isSame =
            Same(verdict.Subject)
            && Same(verdict.Detail)
            && Same(verdict.Message)
            && Same(verdict.Remediation)
            && ReferenceEquals(check, verdict.Verification)
            && Same(finding.Suppression?.Reason)
            && verdict.Locations.All(location => Same(location.Note))
            && verdict.Adjustments.All(adjustment => Same(adjustment.Because))
            && Same(verdict.Scope.Because)
            && ReferenceEquals(Of(verdict.Rule), verdict.Rule);
        return isSame
            ? finding
            : finding with
            {
                Verdict = verdict with
                {
                    Rule = Of(verdict.Rule),
                    Subject = Text(verdict.Subject),
                    Detail = Text(verdict.Detail),
                    Message = Text(verdict.Message),
                    Remediation = Text(verdict.Remediation),
                    Verification = check,
                    Adjustments = [.. verdict.Adjustments.Select(adjustment => adjustment with { Because = Text(adjustment.Because) })],
                    Scope = verdict.Scope with { Because = Text(verdict.Scope.Because) },
                    Locations = [.. verdict.Locations.Select(location => location with { Note = Text(location.Note) })],
                },
                Suppression = finding.Suppression is { } suppression ? suppression with { Reason = Text(suppression.Reason) } : null,
            };
    }

    /// <summary>A check that looks for a line is given no more of it than the report quotes; and no secret by its value.</summary>
    private string? Check(Verdict verdict)
    {
        if (verdict.Verification is not { } check)
        {
            return null;
        }

        if (!check.Contains("grep -", StringComparison.Ordinal))
        {
            return Text(check);
        }

        foreach (var place in verdict.Locations.Select(location => location.Span).Where(span => !span.IsWholeFile))
        {
            var sought = Quoted(place.Sought.ToString());
            if (
                check.Contains(sought, StringComparison.Ordinal)
                && quotations.Line(place) is var shown
                && !string.Equals(shown, place.Line, StringComparison.Ordinal)
            )
            {
                check = check.Replace(sought, Quoted(SoughtText.Around(place.Line, shown)), StringComparison.Ordinal);
            }
        }

        // A mask stands in no file: what it hides may be anything. With its first letters it would pass for a value, and be masked again.
        return Masked().Replace(Text(check), ".*");
    }

    [GeneratedRegex("[^\\s:='\"]{0,2}•••", RegexOptions.NonBacktracking)]
    private static partial Regex Masked();

    /// <summary>As it stands between the quotes of a shell.</summary>
    private static string Quoted(string pattern) => pattern.Replace("'", "'\\''", StringComparison.Ordinal);

    /// <summary>The words of a rule of ours are ours; those of other tools, and of rules of one's own, are read from files.</summary>
    private RuleInfo Of(RuleInfo rule) =>
        Same(rule.Title) && Same(rule.Rationale) ? rule : rule with { Title = Text(rule.Title), Rationale = Text(rule.Rationale) };

    private bool Same(string? text) => ReferenceEquals(Text(text), text);

    [return: NotNullIfNotNull(nameof(text))]
    private string? Text(string? text) => quotations.ByValue(text);
}
