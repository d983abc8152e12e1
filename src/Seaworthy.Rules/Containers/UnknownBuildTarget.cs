using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A caller asks for a stage that the Dockerfile does not have.</summary>
internal sealed class UnknownBuildTarget : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/unknown-build-target",
            Title = "Build target that is no stage",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The builder refuses a target that is no stage: the image cannot be built, and whatever runs it cannot start.",
            Holds = "The stage to build exists.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.BuildTarget];

    protected override string Message(NameUse use) =>
        $"{use.Subject} builds the target {use.Name}, but {use.In} has no stage of that name: the build cannot begin.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Candidates.Count > 0
            ? $"Name a stage of {use.In} in {use.Span}, or add `AS {use.Name}` to the stage that is meant."
            : $"Add `AS {use.Name}` to the stage of {use.In} that is meant, or take the target out of {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"docker build --check --target {use.Name} -f {use.In} .");
}
