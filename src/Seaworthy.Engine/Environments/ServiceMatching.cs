using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Engine.Environments;

/// <summary>
/// Which workloads of several environments are one service: those of one name, <c>app</c> and <c>app-staging</c> included; then those that alone run the same source or the same
/// public image.
/// </summary>
internal static class ServiceMatching
{
    public static IReadOnlyList<MatrixService> Of(IReadOnlyList<MatrixColumn> columns)
    {
        List<Draft> drafts = [];
        for (var index = 0; index < columns.Count; index++)
        {
            var waiting = columns[index].Workloads.DistinctBy(workload => workload.Name).ToList();
            PlaceByName(waiting, drafts, index);
            PlaceAlone(waiting, drafts, index, Source);
            PlaceAlone(waiting, drafts, index, workload => workload.Public?.Name);
            drafts.AddRange(waiting.Select(workload => new Draft(new Workload?[columns.Count]).With(workload, index)));
        }

        return [.. drafts.Select(draft => new MatrixService(draft.Name, draft.Workloads))];
    }

    private static void PlaceByName(List<Workload> waiting, List<Draft> drafts, int index)
    {
        foreach (var workload in waiting.ToList())
        {
            if (drafts.Find(draft => draft.Workloads[index] is null && draft.Names.Contains(Bare(workload.Name))) is { } draft)
            {
                draft.With(workload, index);
                waiting.Remove(workload);
            }
        }
    }

    /// <summary>Only where nothing else in either environment could be meant.</summary>
    private static void PlaceAlone(List<Workload> waiting, List<Draft> drafts, int index, Func<Workload, string?> mark)
    {
        foreach (var same in waiting.GroupBy(mark).Where(same => same.Key is not null && same.Count() == 1).ToList())
        {
            var open = drafts.Where(draft => draft.Workloads[index] is null && draft.Marks(mark).Contains(same.Key)).ToList();
            if (open.Count == 1)
            {
                open[0].With(same.First(), index);
                waiting.Remove(same.First());
            }
        }
    }

    /// <summary>The source that it runs, when that is of one component.</summary>
    private static string? Source(Workload workload) =>
        workload is { IsOneShot: false, Components: [var only] } ? only.Root
        : workload is { IsOneShot: false, Image: { } image } ? image.Dockerfile.File.Path
        : null;

    /// <summary>A name without the words for an environment: <c>shop-api-staging</c>, <c>prod_db</c>.</summary>
    private static string Bare(string name)
    {
        var words = name.Split('-', '_').Where(word => EnvironmentName.Of(word) == TargetEnvironment.Unstated).ToList();
        return words.Count > 0 ? string.Join('-', words).ToLowerInvariant() : name;
    }

    private sealed record Draft(Workload?[] Workloads)
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public string Name { get; private set; } = "";

        public Draft With(Workload workload, int index)
        {
            Workloads[index] = workload;
            Names.Add(Bare(workload.Name));
            // "worker" says it better than "worker-staging".
            Name = Name.Length > 0 && Name.Length <= workload.Name.Length ? Name : workload.Name;
            return this;
        }

        public IEnumerable<string?> Marks(Func<Workload, string?> mark) =>
            Workloads.Where(workload => workload is not null).Select(workload => workload is null ? null : mark(workload));
    }
}
