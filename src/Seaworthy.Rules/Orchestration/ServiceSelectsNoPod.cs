using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The selector of a Service, PodDisruptionBudget or NetworkPolicy matches no pod.</summary>
internal sealed class ServiceSelectsNoPod : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/service-selects-no-pod",
            Title = "Selector without matching pods",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Every connection to a Service without pods is refused, although its name resolves. A PodDisruptionBudget without pods prevents no eviction, a NetworkPolicy restricts nothing.",
            Holds = "The selector matches pods.",
        };

    private const int MostNamed = 5;

    // They fail no request: one prevents no eviction, the other restricts nothing.
    private static readonly string[] Lenient = ["PodDisruptionBudget ", "NetworkPolicy "];

    protected override IReadOnlyList<NameRole> Roles => [NameRole.KubernetesPodLabels];

    protected override string Message(NameUse use) =>
        use.ApartIn is { } space
            ? $"{use.Subject} selects pods with `{use.Name}` of its own namespace, but {use.In} runs them in `{space}`."
        : use.Related is null ? $"{use.Subject} selects pods with `{use.Name}`, but no manifest creates such pods."
        : $"{use.Subject} selects pods with `{use.Name}`, but the pods of {use.In} have {string.Join(", ", use.Candidates.Select(label => $"`{label}`"))}.";

    protected override object Cause(NameUse use) =>
        use.IsMissing && use.Subject.StartsWith(Lenient[1], StringComparison.Ordinal)
            ? new
            {
                use.Role,
                use.Subject,
                use.Span.File.Path,
            }
            : base.Cause(use);

    protected override string Message(IReadOnlyList<NameUse> uses) =>
        uses.Count > 1 && uses[0].Subject.StartsWith(Lenient[1], StringComparison.Ordinal)
            ? $"{uses[0].Subject} selects pods with {NameList.Of([.. uses.Select(use => $"`{use.Name}`").Distinct()], MostNamed)}, but no manifest creates such pods."
            : Message(uses[0]);

    /// <summary>A PodDisruptionBudget without pods does no harm before the next eviction.</summary>
    protected override IEnumerable<Verdict> Check(IReadOnlyList<NameUse> subject, Deployment deployment) =>
        base.Check(subject, deployment)
            .Select(verdict =>
                OwnSelector(subject[0], deployment) is { } remedy && verdict.Remediation is not null ? verdict.Remedy(remedy) : verdict
            )
            .Select(verdict =>
                Array.Exists(Lenient, kind => subject[0].Subject.StartsWith(kind, StringComparison.Ordinal))
                && verdict.Outcome is Outcome.Fail
                    ? verdict.As(Severity.Medium)
                    : verdict
            );

    /// <summary>If the workload does not select its own pods, the API server rejects it, so the labels are wrong.</summary>
    /// <remarks>Source: Kubernetes API reference, DeploymentSpec: "selector … must match the pod template's labels".</remarks>
    private static string? OwnSelector(NameUse use, Deployment deployment) =>
        use.Related is { } labels
        && deployment
            .KubernetesStacks.SelectMany(stack => stack.Of<KubernetesWorkload>())
            .FirstOrDefault(workload => workload.Pod?.Labels.Any(label => label.Span == labels) is true)
            is { Selector: { HasExpressions: false, MatchLabels.Count: > 0 } selector, Pod: { } pod } found
        && !selector.Matches(pod.Labels)
            ? $"Write {string.Join(", ", selector.MatchLabels.Select(label => $"`{label.Key}: {label.Value?.Value}`"))} in the labels at {labels}, as the selector of {found.Kind.Value} {found.Name?.Value} requires ({selector.MatchLabels[0].Span}).{(use.Name == Text(selector.MatchLabels) ? "" : $" Then use the same in {use.Span}.")}"
            : null;

    private static string Text(IEnumerable<KubernetesPair> labels) =>
        string.Join(", ", labels.Select(label => $"{label.Key}={label.Value?.Value}"));

    protected override string Remedy(NameUse use) =>
        use.ApartIn is not null ? $"Write the same namespace for {use.Subject} and for {use.In} ({use.Related})."
        : use.Related is { } labels ? $"Make the selector in {use.Span} and the labels in {labels} equal."
        : $"Add the label `{use.Name}` to the intended pods, or correct {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(
            use.Span,
            $"{TargetCommand.KubectlAt(use.Span, deployment)} get pods -o name -l {use.Name.Replace(" ", "", StringComparison.Ordinal)} | grep pod/"
        );
}
