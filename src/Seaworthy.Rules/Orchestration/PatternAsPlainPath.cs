using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The path of an Ingress for ingress-nginx is a regular expression, but its type is Prefix or Exact.</summary>
internal sealed class PatternAsPlainPath : Rule<Ingress>
{
    private const string Prefix = "nginx.ingress.kubernetes.io/";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/pattern-as-plain-path",
            Title = "Regex path with wrong pathType",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale =
                "ingress-nginx 1.12 and later reject the Ingress, so it is not applied; older releases accept it until the controller is updated.",
            Holds = "Regular expression paths have the type ImplementationSpecific.",
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
                $"Ingress {subject.Name?.Value} uses the regular expression `{path.Value}` with pathType {type.Value}, which ingress-nginx rejects since 1.12."
            )
            .Related(type.Span, "the wrong type")
            .Related(wrong.Skip(1).Select(other => other.Path?.Span).OfType<SourceSpan>(), "the same mistake")
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
