using Seaworthy.Model;

namespace Seaworthy.Rules.Configuration;

/// <summary>The file of one environment names a host or resource of another, where every other file names its own.</summary>
internal sealed class ValueOfAnotherEnvironment : Rule<EnvironmentFiles>
{
    // Fewer letters are a mode or a level, not the name of something.
    private const int ShortestValue = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/value-of-another-environment",
            Title = "Value of another environment",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "One environment reads and writes the data of another, or calls its services.",
            Holds = "Each file names the hosts and resources of its own environment.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<EnvironmentFiles>(EnvironmentSiblings.Link)];

    public override IEnumerable<EnvironmentFiles> Subjects(Deployment deployment) => deployment.All<EnvironmentFiles>();

    protected override Subject Identify(EnvironmentFiles subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(EnvironmentFiles subject, Deployment deployment)
    {
        foreach (var value in subject.Values.Values.Where(value => Others(subject, value).Count > 0))
        {
            var others = Others(subject, value);
            yield return Warn(
                    value.Span,
                    $"`{value.Key}` in {subject.File.Name} names {value.Named}: `{value.Text}`. {others[0].Span.File.Name} names its own environment there."
                )
                .As(subject.Environment == "prod" ? Severity.High : Severity.Medium)
                .Related(others[0].Span)
                .Related(Beside(subject, value)?.Span)
                .Remedy($"Name the {subject.Environment} environment in {value.Span}.")
                .VerifyGone();
        }
    }

    /// <summary>The same value in the files of other environments, each of which names its own; none where the value is no slip.</summary>
    private static IReadOnlyList<EnvironmentValue> Others(EnvironmentFiles subject, EnvironmentValue value)
    {
        if (value.Named is not { } named || named == subject.Environment || value.Text.Length < ShortestValue)
        {
            return [];
        }

        var all = subject.Others.Select(other => other.GetValueOrDefault(value.Key)).OfType<EnvironmentValue>().ToList();
        var alike = all.FindAll(other => other.Named == other.Own && other.Shape == value.Shape);
        var isCopied =
            all.Count >= 2
            && alike.Count == all.Count
            && alike.Exists(other => other.Own == named)
            && subject.Values.Values.Any(own => own.Key != value.Key && IsOwnEverywhere(subject, own));
        var isLone = Beside(subject, value) is not null && !all.Exists(other => other.Named is { } word && word != other.Own);
        // That the other environment names itself says nothing.
        return alike.Exists(other => other.Own != named) && (isCopied || isLone)
            ? [.. alike.OrderBy(other => other.Own == named ? 1 : 0)]
            : [];
    }

    /// <summary>The file names its own environment where the others name theirs.</summary>
    private static bool IsOwnEverywhere(EnvironmentFiles subject, EnvironmentValue own) =>
        own.Named == subject.Environment
        && subject.Others.Any(other => other.GetValueOrDefault(own.Key) is { } same && same.Named == same.Own && same.Shape == own.Shape);

    /// <summary>Another key of the file with this very value, for its own environment.</summary>
    private static EnvironmentValue? Beside(EnvironmentFiles subject, EnvironmentValue value) =>
        subject.Values.Values.FirstOrDefault(own => own.Key != value.Key && own.Shape == value.Shape && IsOwnEverywhere(subject, own));
}
