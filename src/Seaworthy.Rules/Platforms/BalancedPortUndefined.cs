using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A load balancer targets a container or port that the Amazon ECS task does not have.</summary>
internal sealed class BalancedPortUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/balanced-port-undefined",
            Title = "Unknown load balancer target",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Amazon ECS refuses to create the service: the container and its port must be in the task definition.",
            Holds = "The task has the load balancer's container and port.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.BalancedContainer, NameRole.BalancedPort];

    protected override string Message(NameUse use) =>
        use.Role == NameRole.BalancedContainer
            ? $"The load balancer targets the container `{use.Name}`, which the task {use.In} does not have.{KnownThere(use)}"
            : $"The load balancer targets port {use.Name} of {use.Subject}, which its `portMappings` do not have.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Candidates is [var only] ? $"Write {only} in {use.Span}, or {use.Name} in the task." : $"Make {use.Span} and the task match.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.OneGone([use.Span, .. use.Related is { } task ? new[] { task } : []]);
}
