using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Claims;

/// <summary>Whether a finding of the audit says what a claim says.</summary>
internal static class ClaimMatch
{
    // So many words in common are no chance, at the same line and in the same kind.
    private const int Telling = 2;

    private static readonly string[] Copies = ["backup", "back up", "backed up", "dump", "snapshot", "restore"];

    /// <summary>How many places of the claim the finding names; 0 where it speaks of something else.</summary>
    public static int Closeness(Finding finding, AskedClaim asked)
    {
        if (!IsAsked(finding, asked.Claim))
        {
            return 0;
        }

        var shared = asked.There.Count(place => finding.Verdict.Locations.Any(location => AskedClaim.IsAt(location.Span, place)));
        return asked.Claim.Values.Count == 0 ? WithoutValue(finding, asked, shared)
            : asked.Claim.Values.Any(value => Mentions(finding, value)) ? (shared > 0 ? shared : InBlock(finding, asked))
            : SaysTheSame(finding, asked) ? shared
            : 0;
    }

    // One place alone, without a value, may be another fault of the same line; a whole file says nothing.
    private static int WithoutValue(Finding finding, AskedClaim asked, int shared) =>
        SaysTheSame(finding, asked) ? shared
        : shared < Math.Min(2, asked.There.Count) || asked.There.All(place => place.Span is { IsWholeFile: true }) ? 0
        : shared;

    /// <summary>Who reads a file names another line of the same step, service or container.</summary>
    private static int InBlock(Finding finding, AskedClaim asked) =>
        asked.There.Any(place =>
            place.Span is { IsWholeFile: false } wanted
            && finding.Verdict.Locations.Any(location => !location.Span.IsWholeFile && IndentedBlock.Holds(location.Span, wanted))
        )
            ? 1
            : 0;

    /// <summary>A rule of the claim's own kind, at a line of the claim, in words of the claim.</summary>
    private static bool SaysTheSame(Finding finding, AskedClaim asked) =>
        asked.Claim.Kind.Rules.Contains(finding.Rule.Id)
        && asked.There.Any(place =>
            place.Span is { IsWholeFile: false }
            && finding.Verdict.Locations.Any(location => !location.Span.IsWholeFile && AskedClaim.IsAt(location.Span, place))
        )
        && IsInWordsOf(finding, asked.Claim);

    private static bool IsInWordsOf(Finding finding, Claim claim) => ClaimWords.Shared(finding, claim.Text) >= Telling;

    private static bool IsAsked(Finding finding, Claim claim) =>
        claim.Rule is { } rule ? finding.Rule.Id == rule
        // That nothing is copied does not say that nothing is kept.
        : claim.Kind == RiskKinds.DataLost && finding.Rule.Id.StartsWith("backup/", StringComparison.Ordinal) ? SpeaksOfCopies(claim)
        : finding.Rule.IsPractice
            ? (claim.Kind == RiskKinds.SafeguardMissing && ClaimWords.AreNameOf(finding.Rule, claim.Text))
                || (
                    claim.Kind.Rules.Contains(finding.Rule.Id)
                    && (ClaimWords.AreNameOf(finding.Rule, claim.Text) || IsInWordsOf(finding, claim))
                )
        : claim.Kind.Rules.Contains(finding.Rule.Id)
            // What a tool refuses breaks whatever stands there.
            || finding.Rule.Id == "files/invalid-file"
            || claim.Kind == ClaimKinds.Other
            || (claim.Kind == RiskKinds.SafeguardMissing && ClaimWords.AreNameOf(finding.Rule, claim.Text));

    private static bool SpeaksOfCopies(Claim claim) => Copies.Any(word => claim.Text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool Mentions(Finding finding, string value) =>
        finding.Verdict.Message.Contains(value, StringComparison.Ordinal)
        || ClaimWords.Names(value).Any(name => finding.Verdict.Message.Contains(name, StringComparison.Ordinal))
        || finding.Verdict.About.Contains(value, StringComparison.Ordinal)
        || finding.Verdict.Locations.Any(location => IsIn(location.Span, value));

    /// <summary>The line of a place holds the value.</summary>
    public static bool IsIn(SourceSpan span, string value) => !span.IsWholeFile && span.Line.Contains(value, StringComparison.Ordinal);
}
