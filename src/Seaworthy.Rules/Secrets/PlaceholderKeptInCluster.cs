using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Secrets;

/// <summary>Argo CD or Flux keeps a Secret at a placeholder of the repository.</summary>
/// <remarks>Source: Argo CD documentation, "Automated Sync Policy", self-heal; Flux documentation, "Kustomization", drift correction.</remarks>
internal sealed class PlaceholderKeptInCluster : Rule<PlaceholderKeptInCluster.DeliveredSecret>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/placeholder-kept-in-cluster",
            Title = "Placeholder secret in GitOps",
            Area = Area.Secrets,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The cluster runs with a password that everyone can read. A real one that is set by hand is undone at the next sync, and then differs from the database's.",
            Holds = "No delivered Secret holds a placeholder.",
        };

    public override IEnumerable<DeliveredSecret> Subjects(Deployment deployment) =>
        from manifest in deployment.Of<KubernetesManifest>()
        let delivery = Delivered.By(manifest.File, deployment)
        where delivery is not null
        from secret in manifest.Objects.OfType<KubernetesSecret>()
        select new DeliveredSecret(secret, delivery);

    protected override Subject Identify(DeliveredSecret subject) =>
        new($"Secret {subject.Secret.Name?.Value}", subject.Secret.Name?.Span ?? subject.Secret.Span);

    protected override IEnumerable<Verdict> Check(DeliveredSecret subject, Deployment deployment)
    {
        var left = subject
            .Secret.StringData.Where(pair => IsLeft(pair, pair.Value?.Value))
            .Concat(subject.Secret.Data.Where(pair => IsLeft(pair, pair.Decoded?.TrimEnd('\n'))))
            .ToList();
        if (left.Count == 0 || subject.Secret.IsEncrypted)
        {
            yield break;
        }

        var names = left.ConvertAll(pair => pair.Key);
        var isAsked = left.Exists(pair =>
            SecretNames.AsksForAnother(pair.Value?.Value ?? "") || SecretNames.AsksForAnother(pair.Decoded ?? "")
        );
        var message =
            $"{subject.Delivery.Subject} keeps {NameList.Of(names, 4)} of Secret {subject.Secret.Name?.Value} at {(isAsked ? "the placeholder" : "a well-known password")} of {left[0].Span.File.Path}.";
        yield return (isAsked ? Fail(left[0].Span, message) : Warn(left[0].Span, message).As(Severity.Medium))
            .Related(left.Skip(1).Select(pair => pair.Span))
            .Related(subject.Delivery.Span, "delivered here")
            .Remedy(
                $"Take the Secret out of {left[0].Span.File.Path}, and create it with External Secrets, Sealed Secrets or SOPS; ignore its differences meanwhile (`ignoreDifferences` on `/data`)."
            )
            .VerifyGone();
    }

    /// <summary>A secret whose value says that another is to come, or that everybody guesses.</summary>
    private static bool IsLeft(KubernetesPair pair, string? value) =>
        value is { Length: > 0 }
        && SecretNames.IsSecret(pair.Key)
        // A plug-in of Argo CD, or Flux' own substitution, fills these in.
        && !(
            value is ['$' or '{' or '%', ..]
            || value.Contains("${", StringComparison.Ordinal)
            || value.StartsWith("<path:", StringComparison.Ordinal)
        )
        && (SecretNames.AsksForAnother(value) || SecretNames.IsWeak(value));

    /// <summary>A Secret of a directory that is delivered to a cluster.</summary>
    internal sealed record DeliveredSecret(KubernetesSecret Secret, PathUse Delivery);
}
