using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A service depends on one that only a profile starts.</summary>
internal sealed class DependencyBehindProfile : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/dependency-behind-profile",
            Title = "Dependency behind a profile",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "`docker compose up` without that profile fails, because the dependency is disabled.",
            Holds = "Every profile that starts the service also starts its dependencies.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ComposeProfile];

    protected override string Message(NameUse use) =>
        use.IsConditional
            ? $"{use.Subject} depends on {use.Candidates[0]} of another profile (`{use.Name}`), so it starts only with both profiles."
            : $"{use.Subject} always starts but depends on {use.Candidates[0]}, which starts only with profile `{use.Name}`.";

    protected override string Remedy(NameUse use) =>
        $"Add profile `{use.Name}` to {use.Subject}, remove it from {use.Candidates[0]}, or write `required: false` in {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"{TargetCommand.ComposeOf(use.In, deployment)} config --quiet";
}
