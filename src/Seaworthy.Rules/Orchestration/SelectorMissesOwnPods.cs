using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The selector of a Deployment, StatefulSet or DaemonSet does not match the labels of its own pods, or is missing.</summary>
internal sealed class SelectorMissesOwnPods : Rule<DeployedPod>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/selector-misses-own-pods",
            Title = "Workload selector mismatch",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "The API server rejects the object, so it is not deployed.",
            Holds = "The selector matches the labels of the pod template.",
        };

    // A patched base is incomplete without its overlay.
    public override IEnumerable<DeployedPod> Subjects(Deployment deployment) =>
        DeployedPod
            .In(deployment)
            .Where(pod =>
                pod is { Stack.PartialBecause: null, Workload.Selector: { HasExpressions: false, MatchLabels.Count: > 0 } }
                || LacksSelector(pod, deployment)
            );

    protected override Subject Identify(DeployedPod subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(DeployedPod subject, Deployment deployment)
    {
        var labels = subject.Template.Labels;
        if (subject.Workload.Selector is null)
        {
            yield return Fail(
                    subject.Workload.Kind.Span,
                    $"{subject.Workload.Kind.Value} {subject.Name} has no selector, which {subject.Workload.ApiVersion.Value} requires."
                )
                .Related(labels[0].Span, "the labels of its pods")
                .Remedy($"Add `selector: {{ matchLabels: {{ {labels[0].Key}: {labels[0].Value?.Value} }} }}` to its spec.")
                .Verify($"kubectl apply --dry-run=server -f {subject.Workload.Span.File.Path}");
        }

        foreach (var wanted in subject.Workload.Selector?.MatchLabels ?? [])
        {
            var own = labels.FirstOrDefault(label => label.Key == wanted.Key);
            if (own is null || own.Value?.Value != wanted.Value?.Value)
            {
                var instead = own is null ? "do not have that label" : $"have `{own.Key}={own.Value?.Value}`";
                yield return Fail(
                        wanted.Span,
                        $"{subject.Workload.Kind.Value} {subject.Name} selects `{wanted.Key}={wanted.Value?.Value}`, but its own pods {instead}."
                    )
                    .Related(own?.Span ?? (labels.Count > 0 ? labels[0].Span : null), "the labels of its pods")
                    .Remedy($"Make `{wanted.Key}` the same in {wanted.Span} and under `template.metadata.labels`.")
                    .VerifyOneGone();
            }
        }
    }

    /// <summary>A complete object: patches lack pod labels and images. Kustomize creates a selector from its common labels.</summary>
    private static bool LacksSelector(DeployedPod pod, Deployment deployment) =>
        pod
            is {
                Stack.PartialBecause: null,
                Workload: { Selector: null, ApiVersion.Value: "apps/v1" or "apps/v1beta2", Name: not null, IsDeletion: false },
                Template.Labels.Count: > 0
            }
        && (pod.Workload.Kind.Value is "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet")
        && pod.Template.Containers.All(container => container.Image is not null)
        && deployment.Of<Kustomization>().All(kustomization => kustomization.CommonLabels.Count == 0);
}
