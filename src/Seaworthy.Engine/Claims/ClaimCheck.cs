using Seaworthy.Engine.Claims.Facts;
using Seaworthy.Engine.Importing;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Claims;

/// <summary>Holds claims against what the audit knows: each is confirmed by a finding, refuted by a fact, or open.</summary>
/// <param name="report">Of every rule, PASS included.</param>
/// <param name="repository">The audited files.</param>
public sealed class ClaimCheck(Report report, Repository repository)
{
    private readonly ClaimPlaces places = new(
        new ImportedPlaces(repository, report.Deployment.Tree, report.Deployment),
        report.Deployment.Tree
    );

    public IReadOnlyList<ClaimAnswer> Of(IReadOnlyList<Claim> claims)
    {
        List<ClaimAnswer> answers = [];
        foreach (var claim in claims)
        {
            var answer = Answer(claim);
            var earlier = answers.FindIndex(other => other.SameAs is null && IsSame(other, answer));
            answers.Add(earlier < 0 ? answer : answer with { SameAs = earlier });
        }

        return [.. answers.Select(Masked)];
    }

    // Who reads the files may quote a secret of theirs.
    private ClaimAnswer Masked(ClaimAnswer answer) =>
        answer with
        {
            Claim = answer.Claim with
            {
                Id = answer.Claim.Id is { } id ? report.Quoted(id) : null,
                Text = report.Quoted(answer.Claim.Text),
            },
            Because = report.Quoted(answer.Because),
            Places = [.. answer.Places.Select(place => place with { Place = place.Place with { Path = report.Quoted(place.Place.Path) } })],
        };

    private ClaimAnswer Answer(Claim claim)
    {
        var found = claim.Places.Select(places.Of).ToList();
        AskedClaim asked = new(claim, [.. found.Where(place => place.IsThere)], report.Deployment);
        if (asked.There.Count == 0)
        {
            return new ClaimAnswer(claim, ClaimVerdict.Open, "No place of it is in the repository as quoted.", found);
        }

        var candidates = report
            .Findings.Concat(report.Suppressed)
            .Select(finding => new Candidate(finding, ClaimMatch.Closeness(finding, asked)))
            .Where(candidate => candidate.Closeness > 0)
            .OrderByDescending(candidate => candidate.Closeness)
            .ThenByDescending(candidate => candidate.Finding.Severity)
            .Select(candidate => candidate.Finding)
            .ToList();
        return candidates.Find(finding => finding.IsFault) is { } fault ? By(claim, ClaimVerdict.Confirmed, fault, found)
            : Fact(asked) is { } fact ? new ClaimAnswer(claim, fact.Verdict, fact.Because, found) { At = fact.At }
            : candidates.Find(finding => finding.Outcome == Outcome.Unknown) is { } doubt ? By(claim, ClaimVerdict.Open, doubt, found)
            : claim.Rule is not null && candidates.Find(finding => finding.Outcome == Outcome.Pass && Speaks(finding, claim)) is { } sound
                ? By(claim, ClaimVerdict.Refuted, sound, found)
            : new ClaimAnswer(claim, ClaimVerdict.Open, "No rule judges this at these places.", found);
    }

    private static ClaimAnswer By(Claim claim, ClaimVerdict verdict, Finding finding, IReadOnlyList<CheckedPlace> found) =>
        new(claim, verdict, finding.Verdict.Message, found) { Finding = finding };

    /// <summary>What a relation of the model says, where no rule finds a fault.</summary>
    private static ClaimFact? Fact(AskedClaim asked)
    {
        var fact =
            PathFacts.Of(asked)
            ?? NameFacts.Of(asked)
            ?? VariableFacts.Of(asked)
            ?? AddressFacts.Of(asked)
            ?? ProgramFacts.Of(asked)
            ?? StoreFacts.Of(asked);
        return fact is { Verdict: ClaimVerdict.Refuted } && asked.Claim.Values.Except(fact.Answered, StringComparer.Ordinal).Any()
            ? fact with
            {
                Verdict = ClaimVerdict.Open,
            }
            : fact;
    }

    // That a rule finds all in order answers a claim only where the claim asks that rule, about this very line.
    private static bool Speaks(Finding finding, Claim claim) =>
        claim.Values.Count > 0
        && finding.Verdict.Locations.Any(location => claim.Values.All(value => ClaimMatch.IsIn(location.Span, value)));

    private static bool IsSame(ClaimAnswer one, ClaimAnswer other) =>
        one.Finding is { } finding && other.Finding is { } same
            ? finding.Id == same.Id && one.Verdict == other.Verdict
            : one.Finding is null
                && other.Finding is null
                && one.Claim.Kind == other.Claim.Kind
                && one.Claim.Places.Select(Key)
                    .Order(StringComparer.Ordinal)
                    .SequenceEqual(other.Claim.Places.Select(Key).Order(StringComparer.Ordinal));

    private static string Key(ClaimPlace place) => $"{place.Path}:{place.Line}";

    private sealed record Candidate(Finding Finding, int Closeness);
}
