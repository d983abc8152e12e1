using Seaworthy.Model;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The selector of a Deployment, StatefulSet or DaemonSet does not match the labels of its own pods.</summary>
internal sealed class SelectorMissesOwnPods : Rule<DeployedPod>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/selector-misses-own-pods",
            Title = "Selector that does not match the pods it makes",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "The API server refuses the object: nothing of it is deployed.",
            Holds = "The selector matches the labels of the pod template.",
        };

    // A patched base whose other half is elsewhere cannot be judged.
    public override IEnumerable<DeployedPod> Subjects(Deployment deployment) =>
        DeployedPod
            .In(deployment)
            .Where(pod => pod is { Stack.PartialBecause: null, Workload.Selector: { HasExpressions: false, MatchLabels.Count: > 0 } });

    protected override Subject Identify(DeployedPod subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(DeployedPod subject, Deployment deployment)
    {
        var labels = subject.Template.Labels;
        foreach (var wanted in subject.Workload.Selector?.MatchLabels ?? [])
        {
            var own = labels.FirstOrDefault(label => label.Key == wanted.Key);
            if (own is null || own.Value?.Value != wanted.Value?.Value)
            {
                var instead = own is null ? "do not carry that label" : $"carry {own.Key}={own.Value?.Value}";
                yield return Fail(
                        wanted.Span,
                        $"{subject.Workload.Kind.Value} {subject.Name} selects {wanted.Key}={wanted.Value?.Value}, but its own pods {instead}: the API server refuses it."
                    )
                    .Related(own?.Span ?? (labels.Count > 0 ? labels[0].Span : null), "the labels of its pods")
                    .Remedy($"Make `{wanted.Key}` the same in {wanted.Span} and under `template.metadata.labels`.")
                    .Verify($"kubectl apply --dry-run=server -f {wanted.Span.File.Path}");
            }
        }
    }
}
