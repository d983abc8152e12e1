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
            Title = "Unknown build target",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The builder rejects the target: the image cannot be built, and nothing that runs it can start.",
            Holds = "The build target is a stage of the Dockerfile.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.BuildTarget];

    protected override string Message(NameUse use) =>
        $"{use.Subject} builds the target `{use.Name}`, but {use.In} has no such stage.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Candidates.Count > 0
            ? $"Use a stage of {use.In} in {use.Span}, or add `AS {use.Name}` to the right stage."
            : $"Add `AS {use.Name}` to the right stage of {use.In}, or remove the target from {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"docker build --check --target {use.Name} -f {use.In} .");
}
