using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A route of Istio, of Traefik or of the Gateway API names a gateway, listener, subset or middleware that nothing defines.</summary>
internal sealed class RouteReferenceUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/route-reference-undefined",
            Title = "Undefined gateway or middleware",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The proxy drops the route: requests to it get 404 or 503.",
            Holds = "Every gateway, listener, subset and middleware of the routes is defined.",
        };

    protected override IReadOnlyList<NameRole> Roles =>
        [NameRole.KubernetesGateway, NameRole.KubernetesGatewayListener, NameRole.KubernetesSubset, NameRole.KubernetesMiddleware];

    protected override string Message(NameUse use) =>
        use.Role switch
        {
            NameRole.KubernetesGateway => $"{use.Subject} belongs to Gateway `{use.Name}`, which no manifest defines.{KnownThere(use)}",
            NameRole.KubernetesGatewayListener =>
                $"{use.Subject} names listener `{use.Name}`, which {use.In} does not have.{KnownThere(use)}",
            NameRole.KubernetesSubset =>
                $"{use.Subject} routes to subset `{use.Name}` of {use.In}, which no DestinationRule defines.{KnownThere(use)}",
            _ => $"{use.Subject} uses middleware `{use.Name}`, which no manifest defines.{KnownThere(use)}",
        };

    protected override string Remedy(NameUse use) =>
        use.Role switch
        {
            NameRole.KubernetesGateway => $"Name the Gateway of the cluster in {use.Span}, or define Gateway `{use.Name}`.",
            NameRole.KubernetesGatewayListener => $"Name a listener of {use.In} in {use.Span}.",
            NameRole.KubernetesSubset => $"Define subset `{use.Name}` in the DestinationRule of {use.In}, or correct {use.Span}.",
            _ => $"Correct the name in {use.Span}, or define Middleware `{use.Name}`.",
        };

    protected override CommandText Check(NameUse use, Deployment deployment)
    {
        var kind = use.Role switch
        {
            NameRole.KubernetesMiddleware => "middleware",
            NameRole.KubernetesSubset => "destinationrule",
            _ => "gateway",
        };
        return TreeCheck.GoneOr(use.Span, $"{TargetCommand.KubectlAt(use.Span, deployment)} get {kind} -o yaml | grep -w {use.Name}");
    }
}
