using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Answering;

/// <summary>The targets of which a place takes part: the files that declare them, those that build their images, and those of the programs that run in them.</summary>
internal sealed class TargetPlaces
{
    /// <summary>A file of more targets is told by the workload at the place.</summary>
    private const int FewTargets = 8;

    private readonly Dictionary<string, List<Target>> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Starts> byWorkload = new(StringComparer.Ordinal);

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

        var shared = deployment.Targets.SelectMany(target =>
            target.Workloads.Select(workload => new Owned(workload.Span.File.Path, workload.Span.Start, target))
        );
        foreach (var file in shared.GroupBy(owned => owned.Path, StringComparer.Ordinal))
        {
            List<Owned> ordered = [.. file.OrderBy(owned => owned.Start)];
            byWorkload[file.Key] = new Starts([.. ordered.Select(owned => owned.Start)], [.. ordered.Select(owned => owned.Target)]);
        }
    }

    public IEnumerable<Target> Of(SourceSpan place)
    {
        var targets = byPath.GetValueOrDefault(place.File.Path) ?? [];
        if (targets.Count <= FewTargets)
        {
            return targets;
        }

        return byWorkload.TryGetValue(place.File.Path, out var starts) && starts.At(place.Start) is { } owner ? [owner] : [];
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

    private sealed record Owned(string Path, int Start, Target Target);

    /// <summary>Where the workloads of a file begin, in their order, and whose they are.</summary>
    private sealed record Starts(int[] Places, Target[] Owners)
    {
        public Target? At(int place)
        {
            var found = Array.BinarySearch(Places, place);
            var last = found >= 0 ? found : ~found - 1;
            return last >= 0 ? Owners[last] : null;
        }
    }
}
