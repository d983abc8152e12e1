using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An application is given a property under the name by which an older Spring Boot knew it.</summary>
internal sealed class PropertyNoLongerRead : Rule<SpringApplication>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/property-no-longer-read",
            Title = "Property that this Spring Boot no longer reads",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Spring says nothing of a key that nobody asks for, and takes the default: the store on localhost, no password.",
            Holds = "No property is given under a name that its release of Spring Boot gave up.",
        };

    public override IEnumerable<SpringApplication> Subjects(Deployment deployment) => deployment.All<SpringApplication>();

    protected override Subject Identify(SpringApplication subject) => new(subject.Component.Title, subject.Component.DeclaredIn.Whole);

    // One upgrade left them all behind.
    protected override IEnumerable<Verdict> Check(SpringApplication subject, Deployment deployment)
    {
        if (subject.Unread is not [var first, ..] unread)
        {
            yield break;
        }

        var names = VariableWords.List([.. unread.Select(property => property.Name).Distinct(StringComparer.Ordinal)]);
        yield return Fail(
                first.Span,
                $"{subject.Component.Title} is given {names}, which Spring Boot {subject.Release.Value} does not read: the default counts."
            )
            .Related(unread.Skip(1).Take(MostPlaces - 1).Select(property => property.Span))
            .Related(subject.Release.Span, "the release of Spring Boot")
            .Remedy(
                $"Rename {(unread.Count == 1 ? "it" : "them")}: {string.Join(", ", unread.Take(MostPlaces).Select(property => $"`{property.Name}` to `{property.Now}`").Distinct(StringComparer.Ordinal))}."
            )
            .VerifyAllGone();
    }
}
