using Seaworthy.Rules;

namespace Seaworthy.Engine.Comparing;

/// <summary>One finding on both sides of a change.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The same on the base; for a broken one, what the rule said of the subject when it said anything.</param>
/// <param name="After">The same on the head; for a fixed one, what the rule says of the subject now when it says anything.</param>
public sealed record FindingChange(ChangeKind Kind, Finding? Before, Finding? After)
{
    /// <summary>The side that shows the fault: the head where it is there, else the base.</summary>
    public Finding Shown =>
        Kind is ChangeKind.Fixed or ChangeKind.Unclear
            ? Before ?? throw new InvalidOperationException("nothing was fixed")
            : After ?? throw new InvalidOperationException("nothing is left");

    /// <summary>The change brings it, or makes it graver.</summary>
    public bool IsHarm => Kind is ChangeKind.Broken or ChangeKind.Worse;

    /// <summary>In a few words what it was before, or is now; null when the kind says it all.</summary>
    public string? Circumstance =>
        (Kind, Before?.Outcome, After?.Outcome) switch
        {
            (ChangeKind.Broken, Outcome.Pass, _) => "held before",
            (ChangeKind.Broken, Outcome.Unknown, _) => "not known before",
            (ChangeKind.Fixed, _, Outcome.Pass) => "holds now",
            (ChangeKind.Fixed, _, null) => "no longer there",
            (ChangeKind.Worse, Outcome.Warn, Outcome.Fail) => "was a WARN",
            (ChangeKind.Eased, Outcome.Fail, Outcome.Warn) => "was a FAIL",
            (ChangeKind.Worse, var before, var after) when before == after && Before?.Severity == After?.Severity =>
                "names more than before",
            (ChangeKind.Worse or ChangeKind.Eased, _, _) when Before is { } before => $"was {Reporting.Words.Of(before.Severity)}",
            _ => null,
        };
}
