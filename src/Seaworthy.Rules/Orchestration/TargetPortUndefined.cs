using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Service or probe uses a port that the pod does not have.</summary>
internal sealed class TargetPortUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/target-port-undefined",
            Title = "Undefined target port",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Nothing answers: connections to the Service are refused, and the probe never succeeds.",
            Holds = "The pod has the port.",
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
            ? $"{use.Subject} uses port `{use.Name}`, but container `{use.In}` has no port with that name."
            : $"{use.Subject} uses port `{use.Name}`, but container `{use.In}` declares {string.Join(" and ", use.Candidates.Select(port => $"`{port}`"))}.";

    protected override string Remedy(NameUse use) =>
        use.Candidates.Count > 0
            ? $"Write {string.Join(" or ", use.Candidates.Select(candidate => $"`{candidate}`"))} in {use.Span}, if the program listens there; if it listens on {use.Name}, declare that in container `{use.In}`."
            : $"Name the port in the container, or write its number in {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"git grep -nF -e {$"name: {use.Name}"} -- '*.yaml' '*.yml'");
}
