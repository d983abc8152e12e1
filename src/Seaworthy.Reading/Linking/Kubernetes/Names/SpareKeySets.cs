using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>ConfigMaps and Secrets that are applied together with pods and that none of them takes.</summary>
internal sealed class SpareKeySets(Repository repository, KubernetesStack stack, IReadOnlyList<KeySet> own)
{
    private readonly Dictionary<KeyHolder, int> missing = [];
    private readonly Lazy<IReadOnlyList<KeySet>> all = new(() => Find(repository, stack, own));

    /// <summary>The only one of its kind that nothing takes, in the place of the only one that is not there, with keys that serve where they are taken.</summary>
    public KeySet? Meant(KubernetesObject user, KeyReference reference)
    {
        var same = all.Value.Where(set => set.Holder == reference.Holder).ToList();
        return
            same is [var only]
            && Missing(reference.Holder) == 1
            && (only.Namespace is null || user.Namespace is null || only.Namespace == user.Namespace.Value)
            && only.Keys.Count > 0
            && (reference.Key is { } key ? only.Keys.Any(entry => entry.Key == key.Value) : only.Keys.All(entry => IsVariable(entry.Key)))
            ? only
            : null;
    }

    private int Missing(KeyHolder holder) => missing.TryGetValue(holder, out var known) ? known : missing[holder] = CountMissing(holder);

    private int CountMissing(KeyHolder holder) =>
        stack
            .Of<KubernetesWorkload>()
            .SelectMany(KeyReferences.Of)
            .Where(reference => reference.Holder == holder && !repository.KeySets.Named(reference).Any())
            .Select(reference => reference.Name.Value)
            .Distinct(StringComparer.Ordinal)
            .Count();

    /// <summary>At most two of a kind: only one that is alone can be meant.</summary>
    private static IReadOnlyList<KeySet> Find(Repository repository, KubernetesStack stack, IReadOnlyList<KeySet> own)
    {
        var taken = stack
            .Of<KubernetesWorkload>()
            .SelectMany(KeyReferences.Of)
            .Select(reference => new { reference.Holder, Name = reference.Name.Value })
            .ToHashSet();
        return
        [
            .. own.Where(set => !taken.Contains(new { set.Holder, set.Name }))
                .GroupBy(set => set.Holder)
                .SelectMany(same => same.Where(set => !IsNamedElsewhere(set, repository)).Take(2)),
        ];
    }

    /// <summary>An Ingress, an operator's object, a chart or a command may take it as well. What pods and Services say is known: a name that is an image's too, <c>postgres</c>, is none there.</summary>
    private static bool IsNamedElsewhere(KeySet set, Repository repository) =>
        repository.Deployment.Artifacts.Any(artifact =>
            MayTake(artifact, repository)
            && WholeWords
                .Find(artifact.File.Text, set.Name, WholeWords.IsOfFileName)
                .Any(at =>
                    artifact.File != set.Span.File || at != artifact.File.Text.IndexOf(set.Name, set.Span.Start, StringComparison.Ordinal)
                )
        );

    /// <summary>Manifests of other kinds, templates, and what runs kubectl.</summary>
    private static bool MayTake(Artifact artifact, Repository repository) =>
        artifact switch
        {
            KubernetesManifest { IsTemplate: false, Objects.Count: > 0 } manifest => !manifest.Objects.All(IsUnderstood),
            KubernetesManifest or Kustomization or HelmValues or TerraformFile => true,
            _ => repository.RunsKubectl(artifact.File),
        };

    private static bool IsUnderstood(KubernetesObject found) =>
        found is KubernetesWorkload or KubernetesService or PersistentVolumeClaim or Autoscaler or PodDisruptionBudget or NetworkPolicy;

    private static bool IsVariable(string key) =>
        key.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
