using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A load balancer leads to a container or port that the task of Amazon ECS does not have.</summary>
internal sealed class BalancedPortUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/balanced-port-undefined",
            Title = "Load balancer to a container or port that the task does not have",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Amazon ECS refuses to make the service: the container or its port must stand in the task definition.",
            Holds = "The task has the container and the port that the load balancer leads to.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.BalancedContainer, NameRole.BalancedPort];

    protected override string Message(NameUse use) =>
        use.Role == NameRole.BalancedContainer
            ? $"The load balancer leads to the container {use.Name}, which the task {use.In} does not have: ECS refuses the service.{KnownThere(use)}"
            : $"The load balancer leads to port {use.Name} of {use.Subject}, which its portMappings do not have: ECS refuses the service.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Candidates is [var only]
            ? $"Write {only} in {use.Span}, or {use.Name} in the task."
            : $"Make {use.Span} and the task say the same.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.OneGone([use.Span, .. use.Related is { } task ? new[] { task } : []]);
}
