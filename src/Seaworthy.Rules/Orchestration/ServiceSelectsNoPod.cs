using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The selector of a Service or disruption budget matches the labels of no pod.</summary>
internal sealed class ServiceSelectsNoPod : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/service-selects-no-pod",
            Title = "Service whose selector matches no pod",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "A Service without endpoints has a name that resolves, and every connection to it is refused; a disruption budget without pods holds no eviction back.",
            Holds = "Pods with the labels that are selected exist.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.KubernetesPodLabels];

    protected override string Message(NameUse use) =>
        use.Related is null
            ? $"{use.Subject} selects pods with {use.Name}, and no manifest makes such pods."
            : $"{use.Subject} selects pods with {use.Name}, but the pods of {use.In} carry {string.Join(", ", use.Candidates)}.";

    /// <summary>A budget that holds nothing back harms nobody before the next eviction.</summary>
    protected override IEnumerable<Verdict> Check(IReadOnlyList<NameUse> subject, Deployment deployment) =>
        base.Check(subject, deployment)
            .Select(verdict =>
                OwnSelector(subject[0], deployment) is { } remedy && verdict.Remediation is not null ? verdict.Remedy(remedy) : verdict
            )
            .Select(verdict =>
                subject[0].Subject.StartsWith("PodDisruptionBudget ", StringComparison.Ordinal) && verdict.Outcome is Outcome.Fail
                    ? verdict.As(Severity.Medium)
                    : verdict
            );

    /// <summary>Where the workload itself does not select its own pods, the API server refuses it: then it is the labels that are wrong.</summary>
    /// <remarks>Source: Kubernetes API reference, DeploymentSpec: "selector … must match the pod template's labels".</remarks>
    private static string? OwnSelector(NameUse use, Deployment deployment) =>
        use.Related is { } labels
        && deployment
            .KubernetesStacks.SelectMany(stack => stack.Of<KubernetesWorkload>())
            .FirstOrDefault(workload => workload.Pod?.Labels.Any(label => label.Span == labels) is true)
            is { Selector: { HasExpressions: false, MatchLabels.Count: > 0 } selector, Pod: { } pod } found
        && !selector.Matches(pod.Labels)
            ? $"Write {string.Join(", ", selector.MatchLabels.Select(label => $"`{label.Key}: {label.Value?.Value}`"))} among the labels in {labels}, as the selector of {found.Kind.Value} {found.Name?.Value} demands ({selector.MatchLabels[0].Span}): the API server refuses it otherwise.{(use.Name == Text(selector.MatchLabels) ? "" : $" Then make {use.Span} the same.")}"
            : null;

    private static string Text(IEnumerable<KubernetesPair> labels) =>
        string.Join(", ", labels.Select(label => $"{label.Key}={label.Value?.Value}"));

    protected override string Remedy(NameUse use) =>
        use.Related is { } labels
            ? $"Make the selector in {use.Span} and the labels in {labels} the same."
            : $"Give the pods that are meant the label {use.Name}, or correct {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(
            use.Span,
            $"{TargetCommand.KubectlAt(use.Span, deployment)} get pods -o name -l {use.Name.Replace(" ", "", StringComparison.Ordinal)} | grep pod/"
        );
}
