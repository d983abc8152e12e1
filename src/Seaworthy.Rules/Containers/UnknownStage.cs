using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile copies from a stage, or builds on one, that is not defined above.</summary>
internal sealed class UnknownStage : MissingNameRule
{
    private const string Given = "several Dockerfiles use it, so their build may supply it";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/unknown-stage",
            Title = "Unknown build stage",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The builder looks for an image of that name in a registry and finds none, so the build fails.",
            Holds = "Every stage that is used is defined above.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.DockerStage];

    public override IEnumerable<IReadOnlyList<NameUse>> Subjects(Deployment deployment)
    {
        // The build of several Dockerfiles on one name may supply it: as a named context, or as an image that was built before.
        var shared = deployment
            .Names.Where(use => use is { Role: NameRole.DockerStage, IsMissing: true, Related: null })
            .GroupBy(use => use.Name, StringComparer.Ordinal)
            .Where(same => same.Select(use => use.Span.File).Distinct().Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        return base.Subjects(deployment)
            .Select(same => (IReadOnlyList<NameUse>)[.. same.Select(use => shared.Contains(use.Name) ? Doubted(use) : use)]);
    }

    /// <summary>A base that several build on is often made elsewhere; a stage that several copy files from is a copied mistake.</summary>
    private static NameUse Doubted(NameUse use) =>
        use is { IsMissing: true, Related: null, IsBase: true } ? use with { UnknownBecause = Given } : use with { Doubt = Given };

    protected override string Message(NameUse use) =>
        use.Related is { } later
            ? $"{use.Subject} uses the stage `{use.Name}` before its definition at {later}."
            : $"{use.Subject} uses the stage `{use.Name}`, which it does not define.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Related is { } later ? $"Move the stage at {later} above {use.Span}."
        : use.Candidates.Count > 0 ? $"Use a stage defined above in {use.Span}, or add `FROM … AS {use.Name}` before it."
        : $"Add `FROM … AS {use.Name}` above {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) => BuiltImage.Build(use.In, deployment);
}
