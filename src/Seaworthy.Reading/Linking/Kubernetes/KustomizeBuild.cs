using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Builds kustomizations: resources and bases first, then components, then what the kustomization itself changes.</summary>
/// <remarks>Kustomize documentation, "The Kustomization File"; the order of its accumulation of resources.</remarks>
internal sealed class KustomizeBuild
{
    private const int MaximumDepth = 20;

    private readonly Dictionary<string, Kustomization> byDirectory;
    private readonly Dictionary<string, KubernetesManifest> manifests;
    private readonly RepositoryTree tree;

    public KustomizeBuild(Deployment deployment)
    {
        tree = deployment.Tree;
        byDirectory = deployment
            .Of<Kustomization>()
            .GroupBy(kustomization => kustomization.File.Directory, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        manifests = deployment.Of<KubernetesManifest>().ToDictionary(manifest => manifest.File.Path, StringComparer.Ordinal);
    }

    /// <summary>What the changes of everything that was built have met.</summary>
    public KustomizeSelections Selections { get; } = new();

    public IEnumerable<Kustomization> All => byDirectory.Values;

    /// <summary>The kustomization of a directory that a path names from another directory.</summary>
    public Kustomization? Find(string directory, string path) =>
        RepositoryPath.Join(directory, path) is { } full ? byDirectory.GetValueOrDefault(full) : null;

    public KustomizeLayer Build(Kustomization root)
    {
        KustomizeLayer layer = new();
        Add(root, layer, 0);
        return layer;
    }

    private void Add(Kustomization kustomization, KustomizeLayer layer, int depth)
    {
        if (depth > MaximumDepth)
        {
            layer.Doubt($"{kustomization.File.Path} includes itself");
            return;
        }

        layer.Files.Add(kustomization.File);
        foreach (var resource in kustomization.Resources.Concat(kustomization.Bases))
        {
            AddResource(kustomization, resource, layer, depth);
        }

        foreach (var generator in kustomization.Generators)
        {
            Selections.AddGenerator(kustomization, generator, layer);
        }

        layer.Generators.AddRange(kustomization.Generators.Select(generator => InNamespace(kustomization, generator)));
        foreach (var component in kustomization.Components)
        {
            if (Find(kustomization.File.Directory, component.Value) is { } found)
            {
                // A component changes what is there already.
                Add(found, layer, depth + 1);
            }
            else
            {
                layer.Doubt($"the component {component.Value} is not in the repository");
            }
        }

        foreach (var replicas in kustomization.Replicas)
        {
            Selections.AddReplicas(kustomization, replicas, layer);
        }

        var images = KustomizeChanges.ImagesIn(layer).ToHashSet(StringComparer.Ordinal);
        foreach (var patch in kustomization.Patches)
        {
            Selections.AddTarget(kustomization, patch, layer);
            AddPatch(kustomization, patch, layer);
        }

        images.UnionWith(KustomizeChanges.ImagesIn(layer));
        // Tags, replicas and namespaces win over patches. Source: kubernetes-sigs/kustomize, kusttarget_configplugin.go, the order of transformers.
        KustomizeChanges.Apply(kustomization, layer);
        Selections.AddImages(kustomization, images, layer);
        layer.Rename(kustomization);

        layer.Doubt(kustomization.HasMore ? $"{kustomization.File.Path} renders charts or replaces values" : null);
    }

    private void AddResource(Kustomization kustomization, Fact<string> resource, KustomizeLayer layer, int depth)
    {
        var path = RepositoryPath.Join(kustomization.File.Directory, resource.Value);
        if (path is not null && byDirectory.TryGetValue(path, out var lower))
        {
            KustomizeLayer below = new();
            Add(lower, below, depth + 1);
            layer.Take(below);
        }
        else if (path is not null && manifests.TryGetValue(path, out var manifest))
        {
            layer.Files.Add(manifest.File);
            layer.Objects.AddRange(manifest.Objects);
            layer.Ids.AddRange(manifest.Objects.Select(KustomizedId.Of));
            layer.Doubt(!manifest.IsWhole ? $"{path} could not be read completely" : null);
        }
        else if (path is null || tree.HasDirectory(path) || !tree.HasFile(path))
        {
            layer.Doubt($"{kustomization.File.Path} includes {resource.Value}, which is not in the repository");
        }
    }

    private void AddPatch(Kustomization kustomization, KustomizePatch patch, KustomizeLayer layer)
    {
        if (patch.Inline is { } text)
        {
            if (JsonPatch.IsOne(text.Text))
            {
                Patch(patch, JsonPatchSteps.Of(text), layer);
                layer.Doubt(JsonPatch.Doubt(text.Text, $"a JSON patch in {patch.Span}"));
            }
            else
            {
                Patch(kustomization, patch, InlineManifest.Objects(text), layer);
            }
        }
        else if (patch.Path is { } path && RepositoryPath.Join(kustomization.File.Directory, path.Value) is { } full)
        {
            if (manifests.TryGetValue(full, out var manifest))
            {
                layer.Files.Add(manifest.File);
                Patch(kustomization, patch, manifest.Objects, layer);
            }
            else
            {
                layer.Doubt($"the patch {full} could not be applied");
            }
        }
    }

    private void Patch(Kustomization kustomization, KustomizePatch patch, IEnumerable<KubernetesObject> changes, KustomizeLayer layer)
    {
        foreach (var change in changes)
        {
            if (patch is { Target: null, TargetKind: null, HasTarget: false })
            {
                Selections.Add(kustomization, patch, change, layer);
            }

            for (var index = layer.Objects.Count - 1; index >= 0; index--)
            {
                var target = layer.Objects[index];
                if (!IsMeant(patch, change, target))
                {
                    continue;
                }

                if (change.IsDeletion)
                {
                    layer.Objects.RemoveAt(index);
                }
                else
                {
                    layer.Objects[index] = StrategicMerge.Apply(target, change);
                }
            }
        }
    }

    /// <summary>A JSON patch names its objects by its target alone; one that selects by labels only is left to doubt.</summary>
    private static void Patch(KustomizePatch patch, JsonPatchSteps steps, KustomizeLayer layer)
    {
        for (var index = 0; index < layer.Objects.Count; index++)
        {
            if ((patch.Target ?? patch.TargetKind) is not null && IsTarget(patch, layer.Objects[index]))
            {
                layer.Objects[index] = steps.Apply(layer.Objects[index]);
            }
        }
    }

    /// <summary>With a target its pattern decides, else the patch's own kind and name.</summary>
    private static bool IsMeant(KustomizePatch patch, KubernetesObject change, KubernetesObject target) =>
        patch.Target is null && patch.TargetKind is null
            ? change.Kind.Value == target.Kind.Value && change.Name?.Value == target.Name?.Value
            : IsTarget(patch, target);

    private static bool IsTarget(KustomizePatch patch, KubernetesObject target) =>
        (patch.TargetKind is not { } kind || kind.Value == target.Kind.Value)
        && (patch.Target is not { } name || NamePattern.Matches(name.Value, target.Name?.Value ?? ""));

    private static KustomizeGenerator InNamespace(Kustomization kustomization, KustomizeGenerator generator) =>
        kustomization.Namespace is { } space ? generator with { Namespace = space } : generator;
}
