using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The volumes of a data store and of the services beside it: which ones are its own, and a free name for a new one.</summary>
internal sealed class StoreVolumes(Workload store, Deployment deployment)
{
    // Workers of task queues that store jobs in Redis.
    private static readonly string[] Workers = ["sidekiq", "celery", "resque", "rq worker", "horizon", "queue:work", "bullmq"];

    private IEnumerable<Workload> Beside =>
        deployment
            .Targets.Where(target => target.Kind == store.Kind && target.Name == store.TargetName)
            .SelectMany(target => target.Workloads);

    /// <summary>The store persists its data, or stores the jobs of workers beside it.</summary>
    public bool IsLasting =>
        store.Start?.Text.Contains("appendonly", StringComparison.Ordinal) is true
        || Beside.Any(workload =>
            workload.Start is { } start && Array.Exists(Workers, word => start.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>A name that no volume of the project has.</summary>
    public string FreeName
    {
        get
        {
            var taken = deployment
                .ComposeStacks.Where(stack => stack.Name == store.TargetName)
                .SelectMany(stack => stack.Project.Volumes)
                .Select(volume => volume.Name.Value)
                .Concat(Beside.SelectMany(workload => workload.Mounts).Select(mount => mount.Source))
                .ToHashSet(StringComparer.Ordinal);
            return new[] { "data", "store", "files" }.Select(word => $"{store.Name}_{word}").FirstOrDefault(name => !taken.Contains(name))
                ?? $"{store.Name}_{taken.Count}";
        }
    }

    /// <summary>Another mount of the same volume, by another service or at another path.</summary>
    public Mount? OtherMountOf(Mount mount) =>
        mount is not { Kind: MountKind.Volume, Source: { } source }
            ? null
            : Beside
                .SelectMany(workload => workload.Mounts)
                .FirstOrDefault(other =>
                    other is { Kind: MountKind.Volume, IsReadOnly: false } && other.Source == source && other.Span != mount.Span
                );

    /// <summary>Nothing else uses the mount source. A repository directory with files does, and so does a build context, which would become unreadable to builds.</summary>
    public bool IsFree(Mount mount) =>
        OtherMountOf(mount) is null
        && (mount is not { Kind: MountKind.Bind, Source: { } source } || !(deployment.Tree.Has(source) || IsBuiltFrom(source)));

    private bool IsBuiltFrom(string directory) =>
        deployment.Images.Any(image =>
            image.Build.Context is { } context
            && $"{directory}/".StartsWith(context.Length == 0 ? "" : context + "/", StringComparison.Ordinal)
        );
}
