using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Answering;

/// <summary>The targets of which a place takes part: the files that declare them, those that build their images, and those of the programs that run in them.</summary>
internal sealed class TargetPlaces
{
    /// <summary>A file of more targets is known by the workload at the place.</summary>
    private const int FewTargets = 8;

    private readonly Dictionary<string, List<Target>> byPath = new(StringComparer.Ordinal);
    private readonly LastBefore<Owned> byWorkload;

    public TargetPlaces(Deployment deployment)
    {
        foreach (var target in deployment.Targets)
        {
            foreach (var path in PathsOf(target))
            {
                var known = byPath.TryGetValue(path, out var found) ? found : byPath[path] = [];
                if (known.Count == 0 || !ReferenceEquals(known[^1], target))
                {
                    known.Add(target);
                }
            }
        }

        byWorkload = new LastBefore<Owned>(
            deployment.Targets.SelectMany(target => target.Workloads.Select(workload => new Owned(workload.Span, target))),
            owned => owned.Begins
        );
    }

    public IEnumerable<Target> Of(SourceSpan place)
    {
        var targets = byPath.GetValueOrDefault(place.File.Path) ?? [];
        return targets.Count <= FewTargets ? targets
            : byWorkload.At(place) is { } owned ? [owned.Target]
            : [];
    }

    private static IEnumerable<string> PathsOf(Target target) =>
        target
            .Files.Select(file => file.Path)
            .Concat(target.Workloads.Select(workload => workload.Image?.Dockerfile.File.Path).OfType<string>())
            .Concat(
                target
                    .Workloads.SelectMany(workload => workload.Components)
                    .Distinct()
                    .SelectMany(component =>
                        component.Code.Select(code => code.File.Path).Concat(component.Manifests.Select(manifest => manifest.File.Path))
                    )
            );

    private sealed record Owned(SourceSpan Begins, Target Target);
}
