using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Kubernetes objects that are applied together: every kustomization that no other includes, and the manifests without a kustomization, by directory.</summary>
internal static class KubernetesStackLinker
{
    public static IReadOnlyList<KubernetesStack> Link(Deployment deployment)
    {
        KustomizeBuild build = new(deployment);
        var kustomizations = build.All.OrderBy(kustomization => kustomization.File.Path, StringComparer.Ordinal).ToList();
        var takenIn = kustomizations.SelectMany(kustomization => TakenIn(build, kustomization)).ToHashSet();
        var kustomized = kustomizations.Select(kustomization => kustomization.File.Directory).ToHashSet(StringComparer.Ordinal);
        var named = kustomizations.SelectMany(NamedFiles).ToHashSet(StringComparer.Ordinal);
        // What lies in a chart is rendered with its other templates.
        var charts = deployment
            .Of<HelmChart>()
            .Select(chart => chart.File.Directory)
            .Select(directory => directory.Length > 0 ? directory + "/" : "templates/")
            .ToList();
        var plain = deployment
            .Of<KubernetesManifest>()
            .Where(manifest =>
                manifest.Objects.Count > 0
                && !charts.Exists(chart => manifest.File.Path.StartsWith(chart, StringComparison.Ordinal))
                && !named.Contains(manifest.File.Path)
                && !kustomized.Contains(manifest.File.Directory)
            )
            .ToList();
        return
        [
            .. kustomizations
                .Where(kustomization => !kustomization.IsComponent && !takenIn.Contains(kustomization))
                .Select(kustomization => Kustomized(kustomization, build.Build(kustomization))),
            .. PlainManifests.Stacks(plain),
            .. deployment.All<ChartRendering>().SelectMany(rendering => rendering.Stacks),
        ];
    }

    /// <summary>What every kustomization changes, and whether it meets an object.</summary>
    public static IReadOnlyList<KustomizeSelection> Selections(Deployment deployment)
    {
        KustomizeBuild build = new(deployment);
        var kustomizations = build.All.ToList();
        var takenIn = kustomizations.SelectMany(kustomization => TakenIn(build, kustomization)).ToHashSet();
        foreach (var kustomization in kustomizations.Where(one => !one.IsComponent && !takenIn.Contains(one)))
        {
            build.Build(kustomization);
        }

        return build.Selections.All;
    }

    private static KubernetesStack Kustomized(Kustomization kustomization, KustomizeLayer layer) =>
        new(
            kustomization.File.Directory.Length == 0 ? kustomization.File.Name : kustomization.File.Directory,
            [.. layer.Files.Distinct()],
            layer.Objects
        )
        {
            Environment = EnvironmentName.Of(kustomization.File.Directory),
            Generators = layer.Generators,
            NamePrefix = layer.NamePrefix,
            NameSuffix = layer.NameSuffix,
            FinalNames = layer
                .Ids.Where(id => id.Object.Name is not null)
                .GroupBy(id => id.Object.Name?.Span ?? id.Object.Span)
                // A base that is included twice is there under each of its names.
                .Where(same =>
                    same.First().Names.Count > 1 && same.Select(id => id.Names[^1]).Distinct(StringComparer.Ordinal).Count() == 1
                )
                .ToDictionary(same => same.Key, same => same.First().Names[^1]),
            PartialBecause = layer.PartialBecause,
        };

    private static IEnumerable<Kustomization> TakenIn(KustomizeBuild build, Kustomization kustomization) =>
        kustomization
            .Resources.Concat(kustomization.Bases)
            .Concat(kustomization.Components)
            .Select(path => build.Find(kustomization.File.Directory, path.Value))
            .OfType<Kustomization>()
            .Where(other => !ReferenceEquals(other, kustomization));

    private static IEnumerable<string> NamedFiles(Kustomization kustomization) =>
        kustomization
            .Resources.Concat(kustomization.OtherFiles)
            .Concat(kustomization.Patches.Select(patch => patch.Path).OfType<Fact<string>>())
            .Select(path => RepositoryPath.Join(kustomization.File.Directory, path.Value))
            .OfType<string>();
}
