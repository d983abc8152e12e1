using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>What a kustomization has collected so far.</summary>
internal sealed class KustomizeLayer
{
    public List<KubernetesObject> Objects { get; } = [];

    public List<KustomizedId> Ids { get; } = [];

    public List<KustomizeGenerator> Generators { get; } = [];

    public List<SourceFile> Files { get; } = [];

    public string NamePrefix { get; set; } = "";

    public string NameSuffix { get; set; } = "";

    /// <summary>The first reason why the objects are not wholly known.</summary>
    public string? PartialBecause { get; private set; }

    public void Doubt(string? why) => PartialBecause ??= why;

    /// <summary>Everything gets the names and the namespace that the kustomization gives; what it had stays known.</summary>
    public void Rename(Kustomization kustomization)
    {
        for (var index = 0; index < Ids.Count; index++)
        {
            Ids[index] = Ids[index].Above(kustomization);
        }
    }

    public void Take(KustomizeLayer lower)
    {
        Objects.AddRange(lower.Objects);
        Ids.AddRange(lower.Ids);
        Generators.AddRange(lower.Generators);
        Files.AddRange(lower.Files);
        NamePrefix = lower.NamePrefix.Length > 0 ? lower.NamePrefix : NamePrefix;
        NameSuffix = lower.NameSuffix.Length > 0 ? lower.NameSuffix : NameSuffix;
        Doubt(lower.PartialBecause);
    }
}
