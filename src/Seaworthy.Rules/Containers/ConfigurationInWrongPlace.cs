using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A configuration is at a path where its program expects another kind of file.</summary>
internal sealed class ConfigurationInWrongPlace : Rule<PlacedConfiguration>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/configuration-in-wrong-place",
            Title = "Misplaced configuration file",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The program rejects the file and exits: the container restarts forever.",
            Holds = "The program accepts the content of the file at its place.",
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
                    $"{subject.Subject} has {subject.File.Path} at {subject.Path}, where {subject.Program} rejects `{foreign.Value}`."
                )
                .Related(foreign.Span)
                .Remedy($"Put the file at {right} in {subject.Place}.")
                .VerifyGone();
        }
    }
}
