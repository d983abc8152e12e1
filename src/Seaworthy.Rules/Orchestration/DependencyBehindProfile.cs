using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A service needs another that only a profile starts.</summary>
internal sealed class DependencyBehindProfile : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/dependency-behind-profile",
            Title = "Dependency on a service that only a profile starts",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A plain `docker compose up` is refused: a service that always starts needs one that is switched off.",
            Holds = "A profile that starts the service starts what it depends on, too.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ComposeProfile];

    protected override string Message(NameUse use) =>
        use.IsConditional
            ? $"{use.Subject} depends on {use.Candidates[0]}, which starts with another profile ({use.Name}): the one cannot start without both profiles."
            : $"{use.Subject} always starts and depends on {use.Candidates[0]}, which starts only with the profile {use.Name}: docker compose refuses the project without it.";

    protected override string Remedy(NameUse use) =>
        $"Give {use.Subject} the profile {use.Name}, take the profile from {use.Candidates[0]}, or write `required: false` in {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"{TargetCommand.ComposeOf(use.In, deployment)} config --quiet";
}
