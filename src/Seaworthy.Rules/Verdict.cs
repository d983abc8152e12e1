using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>The answer of a rule for one subject, with its evidence.</summary>
public sealed record Verdict
{
    public required RuleInfo Rule { get; init; }

    public required Outcome Outcome { get; init; }

    public required Severity Severity { get; init; }

    public required Certainty Certainty { get; init; }

    /// <summary>Where the subject is used.</summary>
    public SubjectScope Scope { get; init; } = SubjectScope.Unstated;

    /// <summary>The changes of the weight after the rule answered, in order.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>The name of the subject that was asked about.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The part of the subject that this verdict is about, where a rule may have several against one: a package, a variable, a step.</summary>
    public string? Detail { get; init; }

    /// <summary>The subject as reports name it, with the part: <c>backend: structlog</c>.</summary>
    public string About => Detail is null || Detail == Subject ? Subject : $"{Subject}: {Detail}";

    /// <summary>What is wrong, in one sentence, with the actual values.</summary>
    public required string Message { get; init; }

    /// <summary>What to change: the value and the file.</summary>
    public string? Remediation { get; init; }

    /// <summary>A command to paste that shows whether it is fixed.</summary>
    public string? Verification { get; init; }

    /// <summary>Every place, the primary one first.</summary>
    public required IReadOnlyList<Location> Locations { get; init; }

    public static Verdict Of(RuleInfo rule, Outcome outcome, SourceSpan place, string message) =>
        new()
        {
            Rule = rule,
            Outcome = outcome,
            Severity = rule.Severity,
            Certainty = rule.Certainty,
            Message = message,
            Locations = [new Location(place, LocationRole.Primary)],
        };

    /// <summary>Adds a place that takes part in the contradiction; a line is quoted once.</summary>
    public Verdict Related(SourceSpan? place, string? note = null) =>
        place is { } span && !Locations.Any(known => known.Span.File == span.File && known.Span.StartLine == span.StartLine)
            ? this with
            {
                Locations = [.. Locations, new Location(span, LocationRole.Related, note)],
            }
            : this;

    public Verdict Related(IEnumerable<SourceSpan> places, string? note = null)
    {
        List<Location> all = [.. Locations];
        HashSet<QuotedLine> lines = [.. Locations.Select(known => QuotedLine.Of(known.Span))];
        all.AddRange(
            places.Where(place => lines.Add(QuotedLine.Of(place))).Select(place => new Location(place, LocationRole.Related, note))
        );
        return all.Count == Locations.Count ? this : this with { Locations = all };
    }

    public Verdict Remedy(string text) => this with { Remediation = text };

    /// <summary>A command to paste, always written as an interpolated string, <c>$"npm test"</c>: its values of the repository are quoted for the shell, plain text is not.</summary>
    public Verdict Verify(CommandText command) => this with { Verification = CommandText.Of(command) };

    /// <summary>A check that the line of the finding was changed or removed.</summary>
    public Verdict VerifyGone() => Verify(TreeCheck.Gone(Locations[0].Span));

    /// <summary>The same for every place like the first: those without a note.</summary>
    public Verdict VerifyAllGone() =>
        Verify(TreeCheck.Gone(Locations.Where(place => place.Note is null && !place.Span.IsWholeFile).Select(place => place.Span)));

    /// <summary>A check that one of the places was changed, if the remedy offers a choice.</summary>
    public Verdict VerifyOneGone() => Verify(TreeCheck.OneGone(Locations.Select(place => place.Span)));

    /// <summary>A check that the line of the finding was changed, or else that a command succeeds.</summary>
    public Verdict VerifyGoneOr(CommandText other) => Verify(TreeCheck.GoneOr(Locations[0].Span, other));

    /// <summary>Tells it from other verdicts of the rule on the same subject.</summary>
    public Verdict On(string? detail) => this with { Detail = detail };

    public Verdict As(Severity severity) => this with { Severity = severity };

    public Verdict As(Certainty certainty) => this with { Certainty = certainty };

    /// <summary>The same with another weight, and who changed it; unchanged if it has that weight already.</summary>
    public Verdict Adjusted(string by, string because, Weight weight)
    {
        Weight before = new(Outcome, Severity, Certainty);
        return before == weight
            ? this
            : this with
            {
                Outcome = weight.Outcome,
                Severity = weight.Severity,
                Certainty = weight.Certainty,
                Adjustments = [.. Adjustments, new Adjustment(by, before, weight, because)],
            };
    }

    /// <summary>The same as UNKNOWN: the tree cannot decide.</summary>
    public Verdict LeftOpen(string by, string because) => Adjusted(by, because, new Weight(Outcome.Unknown, Severity, Certainty));

    /// <summary>The same with at most this severity.</summary>
    public Verdict AtMost(Severity most, string by, string because) =>
        Severity > most ? Adjusted(by, because, new Weight(Outcome, most, Certainty)) : this;

    private sealed record QuotedLine(SourceFile File, int Line)
    {
        public static QuotedLine Of(SourceSpan place) => new(place.File, place.StartLine);
    }
}
