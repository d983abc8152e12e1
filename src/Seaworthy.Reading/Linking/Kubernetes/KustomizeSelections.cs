using System.Buffers;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Which changes of kustomizations meet an object.</summary>
/// <remarks>Kustomize documentation, "patches", "replicas"; the build ends with "no resource matches strategic merge patch" or "does not match a config".</remarks>
internal sealed class KustomizeSelections
{
    private static readonly SearchValues<char> OfPatterns = SearchValues.Create(@"[]?+\{}");

    private const int MostNames = 5;

    private readonly Dictionary<SourceSpan, KustomizeSelection> found = [];

    public IReadOnlyList<KustomizeSelection> All =>
        [.. found.Values.OrderBy(use => use.Span.File.Path, StringComparer.Ordinal).ThenBy(use => use.Span.Start)];

    /// <summary>A patch that names its object itself.</summary>
    public void Add(Kustomization kustomization, KustomizePatch patch, KubernetesObject change, KustomizeLayer layer)
    {
        if (change.Name is null)
        {
            return;
        }

        var named = layer.Ids.Where(id => id.IsNamed(change)).ToList();
        var isGenerated =
            change is ConfigMap or KubernetesSecret
            && layer.Generators.Exists(generator =>
                generator.Makes == (change is ConfigMap ? KeyHolder.ConfigMap : KeyHolder.Secret)
                && change.Name.Value.Contains(generator.Name.Value, StringComparison.Ordinal)
            );
        var misses =
            isGenerated || named.Exists(id => id.HasVersion(change) && id.HasSpace(change)) ? null
            : named.Count == 0 ? "no resource has that kind and name"
            : !named.Exists(id => id.HasVersion(change))
                ? $"the resource has API version {named[0].Object.ApiVersion.Value}, the patch {change.ApiVersion.Value}"
            : $"the resource is in {Space(named[0].Spaces[^1])}, the patch in {Space(change.Namespace?.Value ?? "")}";
        Keep(
            new KustomizeSelection(kustomization.File, change.ToString(), change.Kind.Span)
            {
                MissesBecause = misses,
                Related =
                    named.Count > 0 ? named[0].Object.Name?.Span
                    : change.Span.File == kustomization.File ? null
                    : patch.Span,
                UnknownBecause = Doubt(kustomization, layer),
            }
        );
    }

    /// <summary>A patch with a target; what cannot be read of the target (labels, annotations) only narrows it.</summary>
    public void AddTarget(Kustomization kustomization, KustomizePatch patch, KustomizeLayer layer)
    {
        if (patch is { Target: null, TargetKind: null })
        {
            return;
        }

        var isMet =
            layer.Ids.Exists(id =>
                (patch.TargetKind is not { } kind || kind.Value == id.Object.Kind.Value)
                && (patch.Target is not { } name || id.Names.Any(one => NamePattern.Matches(name.Value, one)))
            )
            || layer.Generators.Exists(generator =>
                patch.TargetKind is not { } kind || kind.Value == (generator.Makes == KeyHolder.ConfigMap ? "ConfigMap" : "Secret")
            );
        var what = $"{patch.TargetKind?.Value ?? "any kind"} {patch.Target?.Value ?? "of any name"}";
        Keep(
            new KustomizeSelection(kustomization.File, what, patch.Target?.Span ?? patch.TargetKind?.Span ?? patch.Span)
            {
                MissesBecause = isMet ? null : "no resource has that kind and name",
                IsPassedOver = true,
                UnknownBecause = Doubt(kustomization, layer) ?? (IsPlain(patch.Target?.Value) ? null : "the target is a pattern"),
            }
        );
    }

    public void AddReplicas(Kustomization kustomization, KustomizeReplicas replicas, KustomizeLayer layer) =>
        Keep(
            new KustomizeSelection(kustomization.File, $"replicas of {replicas.Name.Value}", replicas.Name.Span)
            {
                MissesBecause = layer.Ids.Exists(id =>
                    id.Object.Kind.Value is not ("Service" or "ConfigMap" or "Secret")
                    && id.Names.Contains(replicas.Name.Value, StringComparer.Ordinal)
                )
                    ? null
                    : "no workload has that name",
                UnknownBecause = Doubt(kustomization, layer),
            }
        );

    /// <summary>Other names and tags for images, which change nothing where no container runs an image of that name.</summary>
    /// <param name="names">What the containers run, before and after the changes.</param>
    public void AddImages(Kustomization kustomization, IReadOnlySet<string> names, KustomizeLayer layer)
    {
        foreach (var image in kustomization.Images)
        {
            var isMet =
                names.Contains(image.Name.Value)
                // Kinds of others may hold containers as well.
                || layer.Objects.Any(found =>
                    found is not KubernetesWorkload && found.Span.Text.Contains(image.Name.Value, StringComparison.Ordinal)
                );
            var known = string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames));
            Keep(
                new KustomizeSelection(kustomization.File, $"the image {image.Name.Value}", image.Name.Span)
                {
                    MissesBecause = isMet ? null : $"no container runs it{(known.Length > 0 ? $" (they run {known})" : "")}",
                    IsPassedOver = true,
                    UnknownBecause =
                        Doubt(kustomization, layer)
                        ?? (kustomization.IsComponent ? "the component changes resources of other kustomizations" : null)
                        ?? (names.Count == 0 ? "none of its containers was read" : null)
                        ?? (image.Name.Value.Contains("__", StringComparison.Ordinal) ? "the name is a placeholder" : null),
                }
            );
        }
    }

    /// <summary>A generator that adds to what is there already, or takes its place.</summary>
    public void AddGenerator(Kustomization kustomization, KustomizeGenerator generator, KustomizeLayer layer)
    {
        if (generator.Behavior?.Value is not ("merge" or "replace"))
        {
            return;
        }

        var kind = generator.Makes == KeyHolder.ConfigMap ? "ConfigMap" : "Secret";
        var named = layer
            .Ids.Where(id => id.Object.Kind.Value == kind && id.Names.Contains(generator.Name.Value, StringComparer.Ordinal))
            .ToList();
        var isMet =
            named.Exists(id => id.IsIn(generator.Namespace?.Value ?? ""))
            || layer.Generators.Exists(lower =>
                lower.Makes == generator.Makes && generator.Name.Value.Contains(lower.Name.Value, StringComparison.Ordinal)
            );
        Keep(
            new KustomizeSelection(kustomization.File, $"{kind} {generator.Name.Value}", generator.Name.Span)
            {
                MissesBecause =
                    isMet ? null
                    : named.Count == 0 ? "no resource has that kind and name"
                    : $"the resource is in {Space(named[0].Spaces[^1])}, the generator in {Space(generator.Namespace?.Value ?? "")}",
                Related = named.Count > 0 ? named[0].Object.Name?.Span : generator.Behavior?.Span,
                UnknownBecause = Doubt(kustomization, layer),
            }
        );
    }

    private static string? Doubt(Kustomization kustomization, KustomizeLayer layer) =>
        layer.PartialBecause
        ?? (kustomization.HasMore ? $"{kustomization.File.Path} renders charts or replaces values" : null)
        ?? (kustomization.OtherFiles.Count > 0 ? $"{kustomization.File.Path} has custom generators or transformers" : null);

    private static bool IsPlain(string? name) => name is null || !name.AsSpan().ContainsAny(OfPatterns);

    private static string Space(string space) => space.Length == 0 ? "no namespace" : $"namespace {space}";

    // The same kustomization is built once for each that takes it in.
    private void Keep(KustomizeSelection use)
    {
        if (!found.TryGetValue(use.Span, out var known) || (known.MissesBecause is not null && use.MissesBecause is null))
        {
            found[use.Span] = use;
        }
    }
}
