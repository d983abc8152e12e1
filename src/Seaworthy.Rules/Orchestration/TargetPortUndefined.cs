using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Service or probe leads to a port that the pod does not have.</summary>
internal sealed class TargetPortUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/target-port-undefined",
            Title = "Port of a pod that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Nothing answers there: the Service forwards into nothing, and a probe never succeeds.",
            Holds = "The pod has the port that is named.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.KubernetesTargetPort];

    protected override object Cause(NameUse use) =>
        new
        {
            use.Role,
            use.Name,
            use.Subject,
            use.Span,
        };

    protected override string Message(NameUse use) =>
        use.Candidates.Count == 0
            ? $"{use.Subject} leads to the port {use.Name}, and the container {use.In} declares no port of that name."
            : $"{use.Subject} leads to the port {use.Name}, but the container {use.In} declares {string.Join(" and ", use.Candidates)}, and nothing says that it listens on {use.Name}.";

    protected override string Remedy(NameUse use) =>
        use.Candidates.Count > 0
            ? $"Write {string.Join(" or ", use.Candidates.Select(candidate => $"`{candidate}`"))} in {use.Span}, if the program listens there; if it listens on {use.Name}, declare that at the container {use.In} instead."
            : $"Name the port at the container, or write its number in {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"git grep -nF -e {$"name: {use.Name}"} -- '*.yaml' '*.yml'");
}
