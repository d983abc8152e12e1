using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Claims;

/// <summary>Whether a finding of the audit says what a claim says.</summary>
internal static class ClaimMatch
{
    // Words of rule names that say nothing of their subject.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "image",
        "without",
        "missing",
        "never",
        "other",
        "another",
        "service",
    };

    /// <summary>How many places of the claim the finding names; 0 where it speaks of something else.</summary>
    public static int Closeness(Finding finding, AskedClaim asked)
    {
        var values = asked.Claim.Values;
        var shared = asked.There.Count(place => finding.Verdict.Locations.Any(location => AskedClaim.IsAt(location.Span, place)));
        return shared == 0 || !IsAsked(finding, asked.Claim) || (values.Count > 0 && !values.Any(value => Mentions(finding, value))) ? 0
            // One place alone, without a value, may be another fault of the same line; a whole file says nothing.
            : values.Count == 0
            && (shared < Math.Min(2, asked.There.Count) || asked.There.All(place => place.Span is { IsWholeFile: true }))
                ? 0
            : shared;
    }

    private static bool IsAsked(Finding finding, Claim claim) =>
        claim.Rule is { } rule ? finding.Rule.Id == rule
        : finding.Rule.IsPractice
            ? (claim.Kind == ClaimKinds.SafeguardMissing || claim.Kind.Rules.Contains(finding.Rule.Id)) && IsNamed(finding.Rule, claim)
        : claim.Kind.Rules.Contains(finding.Rule.Id)
            || claim.Kind == ClaimKinds.Other
            || (claim.Kind == ClaimKinds.SafeguardMissing && IsNamed(finding.Rule, claim));

    // no-resource-limits: "limits" is a word of the claim.
    private static bool IsNamed(RuleInfo rule, Claim claim) =>
        rule
            .Id.Split('/', '-')
            .Any(word =>
                word.Length >= 4 && !Plain.Contains(word) && claim.Text.Contains(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
            );

    private static bool Mentions(Finding finding, string value) =>
        finding.Verdict.Message.Contains(value, StringComparison.Ordinal)
        || finding.Verdict.Subject.Contains(value, StringComparison.Ordinal)
        || finding.Verdict.Locations.Any(location => IsIn(location.Span, value));

    /// <summary>The line of a place holds the value.</summary>
    public static bool IsIn(SourceSpan span, string value) => !span.IsWholeFile && span.Line.Contains(value, StringComparison.Ordinal);
}
