using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress serves placeholder hosts.</summary>
internal sealed class IngressHostPlaceholder : Rule<Ingress>
{
    private static readonly string[] Placeholders =
    [
        "example.com",
        "example.org",
        "example.net",
        "yourdomain",
        "your-domain",
        "your.domain",
        "mydomain.com",
        "changeme",
        "my-domain",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/ingress-host-placeholder",
            Title = "Placeholder Ingress host",
            Area = Area.Orchestration,
            Severity = Severity.Low,
            Rationale = "Requests for the real name do not match, and no certificate can be issued for the placeholder.",
            Holds = "The Ingress serves real hosts.",
        };

    public override IEnumerable<Ingress> Subjects(Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .OfType<Ingress>()
            .Where(ingress => Hosts(ingress).Any());

    protected override Subject Identify(Ingress subject) => new($"Ingress {subject.Name?.Value}", subject.Name?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(Ingress subject, Deployment deployment)
    {
        var left = Hosts(subject)
            .Where(host => Array.Exists(Placeholders, word => host.Value.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (left.Count > 0)
        {
            yield return Warn(
                    left[0].Span,
                    $"Ingress {subject.Name?.Value} serves the placeholder {string.Join(", ", left.Select(host => $"`{host.Value}`").Distinct(StringComparer.Ordinal))}."
                )
                .Related(left.Skip(1).Select(host => host.Span))
                .Related(subject.Tls.Select(tls => tls.SecretName?.Span).OfType<SourceSpan>())
                .Remedy("Use the real host, or set it in an overlay.")
                .VerifyAllGone();
        }
    }

    private static IEnumerable<Fact<string>> Hosts(Ingress ingress) => ingress.Rules.Select(rule => rule.Host).OfType<Fact<string>>();
}
