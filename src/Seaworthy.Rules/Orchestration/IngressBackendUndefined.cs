using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress or route has a Service or port as its backend that does not exist.</summary>
internal sealed class IngressBackendUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/ingress-backend-undefined",
            Title = "Undefined Ingress backend",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The ingress controller answers 503 for that path.",
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
            ? $"{use.Subject} routes to port {use.Name} of {use.In}, which has only {string.Join(" and ", use.Candidates)}."
        : use.Related is { } foreign
            ? $"{use.Subject} routes to Service `{use.Name}`, which exists only in another namespace ({foreign}). An Ingress reaches only its own."
        : $"{use.Subject} routes to Service `{use.Name}`, which no manifest defines.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Role == NameRole.KubernetesServicePort ? $"Use a port of {use.In} in {use.Span}."
        : use.Related is not null ? "Move the Ingress to the namespace of the Service."
        : $"Correct the name in {use.Span}, or add Service `{use.Name}`.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"{TargetCommand.KubectlAt(use.Span, deployment)} get service {use.Name}");
}
