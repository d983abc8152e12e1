using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod uses a ConfigMap, Secret, claim, account or volume that nothing defines, or a StatefulSet has an undefined Service.</summary>
internal sealed class PodReferenceUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/pod-reference-undefined",
            Title = "Undefined pod reference",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The pod is not created, waits forever for the missing object, or has no DNS name.",
            Holds = "Every object that the pod uses is defined.",
        };

    protected override IReadOnlyList<NameRole> Roles =>
        [
            NameRole.KubernetesConfigMap,
            NameRole.KubernetesSecret,
            NameRole.KubernetesVolumeClaim,
            NameRole.KubernetesServiceAccount,
            NameRole.KubernetesVolume,
            NameRole.KubernetesGoverningService,
        ];

    protected override object Cause(NameUse use) =>
        use.Role == NameRole.KubernetesVolume
            ? new
            {
                use.Role,
                use.Name,
                use.In,
                use.Subject,
            }
        : use.LeftOutDefinition is { } leftOut
            ? new
            {
                use.Role,
                use.Name,
                leftOut.File.Path,
            }
        : base.Cause(use);

    protected override string Message(NameUse use) =>
        use.Role == NameRole.KubernetesVolume
            ? $"{use.Subject} mounts volume `{use.Name}`, which its pod does not define, so the API server rejects it.{KnownThere(use)}"
        : use.Role == NameRole.KubernetesGoverningService
            ? $"{use.Subject} has the serviceName `{use.Name}`, which no manifest defines, so `{use.Subject}-0.{use.Name}` does not resolve.{KnownThere(use)}"
        : use is { Role: NameRole.KubernetesServiceAccount, LeftOutDefinition: { } switched }
            ? $"{use.Subject} uses ServiceAccount `{use.Name}`, but no values of the chart render {switched.File.Path}, which defines it."
        : use.LeftOutDefinition is { } leftOut
            ? $"{use.Subject} uses {Kind(use)} `{use.Name}`, but nothing applies {leftOut.File.Path}, which defines it."
        : use.OtherKind is not null
            ? $"{use.Subject} reads {Kind(use)} `{use.Name}`, which no manifest defines: `{use.Name}` is a {OtherKind(use)}."
        : use.Meant is { } meant
            ? $"{use.Subject} uses {Kind(use)} `{use.Name}`, which no manifest defines; {meant.Span} defines `{meant.Value}`."
        : use.Related is { } foreign
            ? $"{use.Subject} uses {Kind(use)} `{use.Name}` in {use.In}, but it is defined only in another namespace ({foreign})."
        : $"{use.Subject} uses {Kind(use)} `{use.Name}`, which no manifest defines.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Role == NameRole.KubernetesVolume ? $"Add `{use.Name}` under `volumes:` of the pod, or correct {use.Span}."
        : use.Role == NameRole.KubernetesGoverningService
            ? $"Add Service `{use.Name}` with `clusterIP: None` that selects the pods, or name the one that does in {use.Span}."
        : use is { Role: NameRole.KubernetesServiceAccount, LeftOutDefinition: { } switched }
            ? $"Name the account in {use.Span} only where {switched.File.Path} is rendered, or turn its switch on in values.yaml."
        : use is { LeftOutDefinition: { } blank, IsLeftBlank: true }
            ? $"Create {Kind(use)} `{use.Name}` with your own values before the pods (`kubectl create {Kind(use).ToLowerInvariant()}`): those in {blank} are blank and would overwrite existing ones."
        : use.LeftOutDefinition is { } leftOut ? $"Add {leftOut.File.Path} under `resources:` of the kustomization."
        : use.OtherKind is not null
            ? $"Write `{(use.Role == NameRole.KubernetesSecret ? "configMapKeyRef" : "secretKeyRef")}` for `{use.Name}` above {use.Span}."
        : use.Meant is { } meant ? $"Use `{meant.Value}` in {use.Span}, or create {Kind(use)} `{use.Name}`."
        : use.Related is not null ? $"Define the {Kind(use)} in the namespace of the pod too, or move both to one namespace."
        : $"Add {Kind(use)} `{use.Name}`, or correct {use.Span}.";

    protected override IEnumerable<SourceSpan> Places(NameUse use) =>
        new[] { use.LeftOutDefinition, use.OtherKind, use.Meant?.Span }.OfType<SourceSpan>();

    // Nothing fails while no pod is addressed by its name.
    protected override bool IsCertain(NameUse use) =>
        base.IsCertain(use) && (use.Role != NameRole.KubernetesGoverningService || use.NeededAt is not null);

    protected override Severity Weight(NameUse use) =>
        use.Role == NameRole.KubernetesGoverningService ? Severity.Low
        // A template with blank values is meant to be filled in and applied by hand.
        : use.LeftOutDefinition is null || use.IsLeftBlank ? Severity.Medium
        : Severity.High;

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"{TargetCommand.KubectlAt(use.Span, deployment)} get {Kind(use).ToLowerInvariant()} {use.Name}");

    private static string OtherKind(NameUse use) => use.Role == NameRole.KubernetesSecret ? "ConfigMap" : "Secret";

    private static string Kind(NameUse use) =>
        use.Role switch
        {
            NameRole.KubernetesConfigMap => "ConfigMap",
            NameRole.KubernetesSecret => "Secret",
            NameRole.KubernetesVolumeClaim => "PersistentVolumeClaim",
            NameRole.KubernetesGoverningService => "Service",
            _ => "ServiceAccount",
        };
}
