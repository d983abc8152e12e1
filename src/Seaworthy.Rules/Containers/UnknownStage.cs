using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile takes files from a stage, or builds upon one, that does not stand above.</summary>
internal sealed class UnknownStage : MissingNameRule
{
    private const string Given = "several Dockerfiles use the name, so what builds them may give it to them";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/unknown-stage",
            Title = "Stage that the Dockerfile does not have",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The builder looks for an image of that name in a registry, finds none, and stops: no image, no deployment.",
            Holds = "Every stage that is named stands above.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.DockerStage];

    public override IEnumerable<IReadOnlyList<NameUse>> Subjects(Deployment deployment)
    {
        // Whoever builds several Dockerfiles upon one name gives it to them: as a context of that name, or as an image that was built before.
        var shared = deployment
            .Names.Where(use => use is { Role: NameRole.DockerStage, IsMissing: true, Related: null })
            .GroupBy(use => use.Name, StringComparer.Ordinal)
            .Where(same => same.Select(use => use.Span.File).Distinct().Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        return base.Subjects(deployment)
            .Select(same => (IReadOnlyList<NameUse>)[.. same.Select(use => shared.Contains(use.Name) ? Doubted(use) : use)]);
    }

    /// <summary>A base that several build upon is made elsewhere as often as not; files of a stage that several lack are a slip that was copied.</summary>
    private static NameUse Doubted(NameUse use) =>
        use is { IsMissing: true, Related: null, IsBase: true } ? use with { UnknownBecause = Given } : use with { Doubt = Given };

    protected override string Message(NameUse use) =>
        use.Related is { } later
            ? $"{use.Subject} uses the stage {use.Name} before it is defined ({later}): the builder takes it for an image of a registry, and stops."
            : $"{use.Subject} uses the stage {use.Name}, which it does not define: the builder takes it for an image of a registry, and stops.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Related is { } later ? $"Move the stage at {later} above {use.Span}."
        : use.Candidates.Count > 0 ? $"Name one of the stages above in {use.Span}, or add `FROM … AS {use.Name}` before it."
        : $"Add `FROM … AS {use.Name}` above {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) => BuiltImage.Build(use.In, deployment);
}
