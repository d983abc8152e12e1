using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>The answer of a rule for one subject, with its evidence.</summary>
public sealed record Verdict
{
    public required RuleInfo Rule { get; init; }

    public required Outcome Outcome { get; init; }

    public required Severity Severity { get; init; }

    public required Confidence Confidence { get; init; }

    public string Subject { get; init; } = "";

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
            Confidence = rule.Confidence,
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
        var lines = Locations.Select(known => new { known.Span.File, known.Span.StartLine }).ToHashSet();
        List<Location> more =
        [
            .. places
                .Where(place => lines.Add(new { place.File, place.StartLine }))
                .Select(place => new Location(place, LocationRole.Related, note)),
        ];
        return more.Count > 0 ? this with { Locations = [.. Locations, .. more] } : this;
    }

    public Verdict Remedy(string text) => this with { Remediation = text };

    /// <summary>A constant command: one that holds values of the repository is written in place, as an interpolated string, so that they are quoted.</summary>
    public Verdict Verify(string command) => this with { Verification = command };

    /// <summary>A command with values of the repository in it: each is quoted for the shell.</summary>
    public Verdict Verify(CommandText command) => this with { Verification = CommandText.Of(command) };

    public Verdict As(Severity severity) => this with { Severity = severity };

    public Verdict As(Confidence confidence) => this with { Confidence = confidence };
}
