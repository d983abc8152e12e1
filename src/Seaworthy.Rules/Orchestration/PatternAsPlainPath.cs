using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The path of an Ingress for ingress-nginx is a regular expression, and its type says that it is none.</summary>
internal sealed class PatternAsPlainPath : Rule<Ingress>
{
    private const string Prefix = "nginx.ingress.kubernetes.io/";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/pattern-as-plain-path",
            Title = "Pattern whose type is that of a plain path",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale =
                "Since release 1.12 the controller's admission refuses such an Ingress, so that nothing of it is applied; an older one serves it until the controller is updated.",
            Holds = "Paths that are patterns have the type ImplementationSpecific.",
        };

    public override IEnumerable<Ingress> Subjects(Deployment deployment) =>
        deployment
            .KubernetesStacks.SelectMany(stack => stack.Of<Ingress>())
            .Where(ingress => ingress.ApiVersion.Value == "networking.k8s.io/v1" && IsForNginx(ingress))
            .Where(ingress => Paths(ingress).Any(path => new PathExpression(path.Value).HasSigns))
            .DistinctBy(ingress => ingress.Span);

    protected override Subject Identify(Ingress subject) => new($"Ingress {subject.Name?.Value}", subject.Name?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(Ingress subject, Deployment deployment)
    {
        var wrong = subject
            .Rules.SelectMany(rule => rule.Paths)
            .Where(path => path is { PathType.Value: "Prefix" or "Exact", Path: { } text } && new PathExpression(text.Value).HasSigns)
            .ToList();
        if (wrong is not [{ Path: { } path, PathType: { } type }, ..])
        {
            yield break;
        }

        yield return LikelyFail(
                path.Span,
                $"Ingress {subject.Name?.Value} gives {path.Value}, which is a regular expression, the pathType {type.Value}: ingress-nginx refuses it since 1.12 (`cannot be used with pathType {type.Value}`)."
            )
            .Related(type.Span, "says that it is plain")
            .Related(wrong.Skip(1).Select(other => other.Path?.Span).OfType<SourceSpan>(), "likewise")
            .Remedy($"Write `pathType: ImplementationSpecific` in {type.Span}.")
            .Verify(TreeCheck.Gone(type.Span));
    }

    private static bool IsForNginx(Ingress ingress) =>
        ingress.ClassName is { } name
            ? name.Value.Contains("nginx", StringComparison.OrdinalIgnoreCase)
            : ingress.Annotations.Any(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal));

    private static IEnumerable<Fact<string>> Paths(Ingress ingress) =>
        ingress.Rules.SelectMany(rule => rule.Paths).Select(path => path.Path).OfType<Fact<string>>();
}
