using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod names a ConfigMap, Secret, claim, account or volume that nothing defines, or a StatefulSet the Service of its pods.</summary>
internal sealed class PodReferenceUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/pod-reference-undefined",
            Title = "Pod that names an object which does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The pod is not made, or waits for ever for what it names.",
            Holds = "What the pod names is defined.",
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
            ? $"{use.Subject} mounts the volume {use.Name}, which its pod does not define: the API server refuses it.{KnownThere(use)}"
        : use.Role == NameRole.KubernetesGoverningService
            ? $"{use.Subject} names its pods by the Service {use.Name}, which no manifest defines: {use.Subject}-0.{use.Name} does not resolve{(use.NeededAt is null ? ", and neither does any other name of one pod" : "")}.{KnownThere(use)}"
        : use.LeftOutDefinition is { } leftOut
            ? $"{use.Subject} uses the {Kind(use)} {use.Name}, which the kustomization leaves out: {leftOut.File.Path} defines it, and nothing applies that file."
        : use.Meant is { } meant
            ? $"{use.Subject} uses the {Kind(use)} {use.Name}, which no manifest defines; {meant.Value} is defined ({meant.Span}), and was probably meant."
        : use.Related is { } foreign
            ? $"{use.Subject} uses the {Kind(use)} {use.Name} of {use.In}, but the repository defines it in another namespace only ({foreign})."
        : $"{use.Subject} uses the {Kind(use)} {use.Name}, which no manifest defines.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Role == NameRole.KubernetesVolume ? $"Add `{use.Name}` under `volumes:` of the pod, or correct {use.Span}."
        : use.Role == NameRole.KubernetesGoverningService
            ? $"Add a Service {use.Name} with `clusterIP: None` that selects the pods, or name in {use.Span} the one that does."
        : use is { LeftOutDefinition: { } blank, IsLeftBlank: true }
            ? $"Make the {Kind(use)} {use.Name} with values of your own before the pods (`kubectl create {Kind(use).ToLowerInvariant()}`): those in {blank} are left blank, and applied as they are they would take the place of any that somebody filled in."
        : use.LeftOutDefinition is { } leftOut ? $"Add {leftOut.File.Path} under `resources:` of the kustomization."
        : use.Meant is { } meant ? $"Name {meant.Value} in {use.Span}, or make the {Kind(use)} {use.Name}."
        : use.Related is not null ? $"Define the {Kind(use)} in the namespace of the pod as well, or put both into one."
        : $"Add the {Kind(use)} {use.Name}, or correct {use.Span}.";

    protected override IEnumerable<SourceSpan> Places(NameUse use) => new[] { use.LeftOutDefinition, use.Meant?.Span }.OfType<SourceSpan>();

    // Without anybody who calls one pod by its name, nothing fails yet.
    protected override bool IsCertain(NameUse use) =>
        base.IsCertain(use) && (use.Role != NameRole.KubernetesGoverningService || use.NeededAt is not null);

    protected override Severity Weight(NameUse use) =>
        use.Role == NameRole.KubernetesGoverningService ? Severity.Low
        : use.LeftOutDefinition is null ? Severity.Medium
        : Severity.High;

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"{TargetCommand.KubectlAt(use.Span, deployment)} get {Kind(use).ToLowerInvariant()} {use.Name}");

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
