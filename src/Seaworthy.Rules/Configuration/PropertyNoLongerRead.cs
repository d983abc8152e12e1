using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An application sets a property under a name from an older Spring Boot.</summary>
internal sealed class PropertyNoLongerRead : Rule<SpringApplication>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/property-no-longer-read",
            Title = "Removed Spring Boot property",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Spring silently ignores an unknown property and falls back to the default, such as localhost without a password.",
            Holds = "No property has a name that its Spring Boot release removed.",
        };

    public override IEnumerable<SpringApplication> Subjects(Deployment deployment) => deployment.All<SpringApplication>();

    protected override Subject Identify(SpringApplication subject) => new(subject.Component.Title, subject.Component.DeclaredIn.Whole);

    // One upgrade, one verdict.
    protected override IEnumerable<Verdict> Check(SpringApplication subject, Deployment deployment)
    {
        if (subject.Unread is not [var first, ..] unread)
        {
            yield break;
        }

        var names = VariableWords.List([.. unread.Select(property => property.Name).Distinct(StringComparer.Ordinal)]);
        yield return Fail(
                first.Span,
                $"{subject.Component.Title} sets {names}, which Spring Boot {subject.Release.Value} does not read, so {(unread.Count == 1 ? "its default applies" : "their defaults apply")}."
            )
            .Related(unread.Skip(1).Take(MostPlaces - 1).Select(property => property.Span))
            .Related(subject.Release.Span, "Spring Boot release")
            .Remedy(
                $"Rename {(unread.Count == 1 ? "it" : "them")}: {string.Join(", ", unread.Take(MostPlaces).Select(property => $"`{property.Name}` to `{property.Now}`").Distinct(StringComparer.Ordinal))}."
            )
            .VerifyAllGone();
    }
}
