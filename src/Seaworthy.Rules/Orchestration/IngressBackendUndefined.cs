using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress or route leads to a Service, or a port of one, that does not exist.</summary>
internal sealed class IngressBackendUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/ingress-backend-undefined",
            Title = "Ingress to a Service or port that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Whoever asks for that path gets a 503 from the ingress controller.",
            Holds = "The Service and its port exist.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.KubernetesService, NameRole.KubernetesServicePort];

    protected override object Cause(NameUse use) =>
        new
        {
            use.Role,
            use.Name,
            use.Subject,
            use.In,
            use.Span.File.Path,
        };

    protected override string Message(NameUse use) =>
        use.Role == NameRole.KubernetesServicePort
            ? $"{use.Subject} leads to port {use.Name} of {use.In}, which has only {string.Join(" and ", use.Candidates)}."
        : use.Related is { } foreign
            ? $"{use.Subject} leads to the Service {use.Name}, which exists in another namespace only ({foreign}): an Ingress reaches its own namespace alone."
        : $"{use.Subject} leads to the Service {use.Name}, which no manifest defines.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Role == NameRole.KubernetesServicePort ? $"Write a port that {use.In} has in {use.Span}."
        : use.Related is not null ? "Put the Ingress into the namespace of the Service."
        : $"Correct the name in {use.Span}, or add the Service {use.Name}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"{TargetCommand.KubectlAt(use.Span, deployment)} get service {use.Name}");
}
