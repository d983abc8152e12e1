using Seaworthy.Model;
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
                subject[0].Subject.StartsWith("PodDisruptionBudget ", StringComparison.Ordinal) && verdict.Outcome is Outcome.Fail
                    ? verdict.As(Severity.Medium)
                    : verdict
            );

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
