using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A configuration stands at a path where its program takes another kind of file.</summary>
internal sealed class ConfigurationInWrongPlace : Rule<PlacedConfiguration>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/configuration-in-wrong-place",
            Title = "Configuration at the place of another kind of file",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The program refuses the file and ends: the container restarts for ever.",
            Holds = "The file stands where the program takes what is in it.",
        };

    public override IEnumerable<PlacedConfiguration> Subjects(Deployment deployment) =>
        deployment
            .All<PlacedConfiguration>()
            .Where(placed => placed.IsPlaceJudged)
            .DistinctBy(placed => new
            {
                placed.File,
                placed.Place,
                placed.Path,
            });

    protected override Subject Identify(PlacedConfiguration subject) => new(subject.Subject, subject.Place);

    protected override IEnumerable<Verdict> Check(PlacedConfiguration subject, Deployment deployment)
    {
        if (subject is { Foreign: { } foreign, BelongsAt: { } right })
        {
            yield return Fail(
                    subject.Place,
                    $"{subject.Subject} has {subject.File.Path} at {subject.Path}, where {subject.Program} takes no `{foreign.Value}`: it does not start."
                )
                .Related(foreign.Span)
                .Remedy($"Put the file at {right} in {subject.Place}.")
                .VerifyGone();
        }
    }
}
