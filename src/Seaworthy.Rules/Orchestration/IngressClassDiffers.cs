using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress has one class in its annotation and another in its field.</summary>
/// <remarks>
/// Source: Kubernetes, pkg/apis/networking/validation/validation.go, ValidateIngressCreate. Before 1.27 (kubernetes/kubernetes#115447) it refused both
/// together, whatever they said.
/// </remarks>
internal sealed class IngressClassDiffers : Rule<IngressClassDiffers.Stated>
{
    private const string FirstRelease = "1.27";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/ingress-class-differs",
            Title = "Conflicting Ingress class",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "The API server rejects the creation of the Ingress, so no request from outside reaches the service.",
            Holds = "The annotation and the field state the same class.",
        };

    public override IEnumerable<Stated> Subjects(Deployment deployment) =>
        deployment
            .KubernetesStacks.SelectMany(
                stack => stack.Of<Ingress>().Where(ingress => !ingress.IsDeletion),
                (stack, ingress) => new { stack, ingress }
            )
            .Where(pair => IsKnown(pair.ingress.ClassField) && IsKnown(pair.ingress.ClassAnnotation))
            .DistinctBy(pair => new { Field = pair.ingress.ClassField?.Span, Annotation = pair.ingress.ClassAnnotation?.Span })
            .Select(pair => new Stated(pair.ingress, pair.stack));

    protected override Subject Identify(Stated subject) =>
        new($"Ingress {subject.Ingress.Name?.Value}", subject.Ingress.Name?.Span ?? subject.Ingress.Span);

    protected override IEnumerable<Verdict> Check(Stated subject, Deployment deployment)
    {
        if (subject.Ingress is not { ClassField: { } field, ClassAnnotation: { } annotation } ingress)
        {
            yield break;
        }

        var older = OlderCluster.Before(FirstRelease, deployment);
        if (field.Value == annotation.Value && older is null)
        {
            yield break;
        }

        var message =
            field.Value == annotation.Value
                ? $"Ingress {ingress.Name?.Value} sets its class in an annotation and in `ingressClassName`, which Kubernetes {older?.Release} rejects."
                : $"Ingress {ingress.Name?.Value} has the class `{annotation.Value}` in its annotation and `{field.Value}` in `ingressClassName`.";
        var isSure = subject.Stack is { DoubtWithin: null, KindsOfOtherValues: null };
        yield return (isSure && field.Value != annotation.Value ? Fail(annotation.Span, message) : LikelyFail(annotation.Span, message))
            .Related(field.Span, "the field")
            .Related(field.Value == annotation.Value ? older?.Place : null, "creates an older cluster")
            .Remedy($"Remove the annotation `kubernetes.io/ingress.class` in {annotation.Span}, and keep the right class in {field.Span}.")
            .VerifyOneGone();
    }

    private static bool IsKnown(Fact<string>? name) =>
        name is { Value: { Length: > 0 } text }
        && !text.Contains("{{", StringComparison.Ordinal)
        && !text.Contains("${", StringComparison.Ordinal);

    internal sealed record Stated(Ingress Ingress, KubernetesStack Stack);
}
