using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A manifest of Kubernetes sets a secret to a committed value.</summary>
/// <remarks>Source: Kubernetes documentation, "Good practices for Kubernetes Secrets": base64 is an encoding, not an encryption.</remarks>
internal sealed class SecretInManifest : Rule<SecretInManifest.Manifests>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/secret-in-manifest",
            Title = "Secret in Kubernetes manifest",
            Area = Area.Secrets,
            Severity = Severity.High,
            Rationale = "Everyone with read access knows the secret, and `kubectl apply` puts it back after it was changed in the cluster.",
            Holds = "The manifest has no values for secrets.",
        };

    public override IEnumerable<Manifests> Subjects(Deployment deployment)
    {
        var objects =
            from manifest in deployment.Of<KubernetesManifest>()
            from secret in manifest.Objects.OfType<KubernetesSecret>()
            where !secret.IsEncrypted
            from set in secret
                .StringData.Select(pair => new SetSecret(pair.Key, pair.Value?.Value ?? "", pair.Span))
                .Concat(secret.Data.Select(pair => new SetSecret(pair.Key, pair.Decoded?.TrimEnd('\n') ?? "", pair.Span)))
            where set.Value.Length > 0
            select set;
        var variables =
            from workload in deployment.Workloads
            where workload is { Kind: TargetKind.Kubernetes, Environment: not (TargetEnvironment.Development or TargetEnvironment.Test) }
            from variable in workload.Supplied
            where
                variable is { Origin: SupplyOrigin.Kubernetes, Value.Text: not null }
                && variable.Value.Chain.All(span => span.File == variable.Span.File)
            select new SetSecret(variable.Name, variable.Value.Text ?? "", variable.Value.Chain is [var value, ..] ? value : variable.Span);
        return objects
            .Concat(variables)
            .Where(set => SecretNames.IsSecret(set.Name) && !SecretText.IsSample(set.Span.File.Path))
            .DistinctBy(set => set.Span)
            .OrderBy(set => set.Span.File.Path, StringComparer.Ordinal)
            .ThenBy(set => set.Span.Start)
            .GroupBy(set => set.Span.File.Path.Split('/')[0])
            .Select(directory => new Manifests([.. directory]));
    }

    protected override Subject Identify(Manifests subject) => new(subject.Secrets[0].Span.File.Path, subject.Secrets[0].Span);

    protected override IEnumerable<Verdict> Check(Manifests subject, Deployment deployment)
    {
        var used = subject.Secrets.Where(set => !IsFilledIn(set.Value) && SecretText.IsUsed(set.Name, set.Value)).ToList();
        if (used.Count == 0)
        {
            yield break;
        }

        List<string> names = [.. used.Select(set => set.Name).Distinct(StringComparer.Ordinal)];
        List<string> files = [.. used.Select(set => set.Span.File.Path).Distinct(StringComparer.Ordinal)];
        var (place, them) = (
            files.Count == 1 ? files[0] : $"{files.Count} manifests, such as {files[0]}",
            names.Count == 1 ? "it" : "them"
        );
        yield return Warn(used[0].Span, $"{NameList.Of(names, 6)} {(names.Count == 1 ? "is" : "are")} hard-coded in {place}.")
            .As(used.TrueForAll(IsGuessed) ? Severity.Medium : Severity.High)
            .Related(used.Skip(1).Take(MostPlaces).Select(set => set.Span))
            .Remedy(
                $"Replace {them} where {(names.Count == 1 ? "it is" : "they are")} accepted, remove {them} from {NameList.Of(files, 6)}, and create the Secret outside the repository (`kubectl create secret`, External Secrets) or encrypt it (Sealed Secrets, SOPS)."
            )
            .Verify(TreeCheck.Secret(used.Select(set => set.Span)));
    }

    /// <summary>A step writes the value in before it is applied: envsubst, a template, a token of a pipeline.</summary>
    private static bool IsFilledIn(string value) =>
        value is ['$' or '<' or '%' or '[' or '{', ..]
        || value.Contains("${", StringComparison.Ordinal)
        || value.Contains("$(", StringComparison.Ordinal)
        || value.Contains("{{", StringComparison.Ordinal);

    private static bool IsGuessed(SetSecret set) => SecretNames.IsWeak(set.Value) || SecretNames.IsPlaceholder(set.Value);

    /// <summary>The secrets in the manifests of one directory at the root: they are replaced together.</summary>
    internal sealed record Manifests(IReadOnlyList<SetSecret> Secrets);

    /// <summary>A key of a Secret, or a variable of a container, named like a secret.</summary>
    internal sealed record SetSecret(string Name, string Value, SourceSpan Span);
}
