using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Two servers of data stores keep their data on one volume.</summary>
internal sealed class DataVolumeShared : Rule<IReadOnlyList<DataVolumeShared.Holder>>
{
    /// <summary>A server and the mount that holds its data.</summary>
    internal sealed record Holder(Workload Workload, Mount Mount);

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/data-volume-shared",
            Title = "Two data stores on one volume",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "A data directory belongs to one server: the second one stops at the first one's lock, or both write into the same files.",
            Holds = "The volume belongs to one server.",
        };

    public override IEnumerable<IReadOnlyList<Holder>> Subjects(Deployment deployment) =>
        deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose)
            .SelectMany(target =>
                target
                    .Workloads.SelectMany(Holders)
                    .GroupBy(holder => holder.Mount.Source)
                    .Select(same => (IReadOnlyList<Holder>)[.. same.DistinctBy(holder => holder.Workload.Name)])
            )
            .DistinctBy(holders => holders[0].Mount.Span);

    protected override Subject Identify(IReadOnlyList<Holder> subject) => new(subject[0].Mount.Source ?? "", subject[0].Mount.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Holder> subject, Deployment deployment)
    {
        if (subject.Count < 2)
        {
            yield break;
        }

        var names = string.Join(" and ", subject.Select(holder => holder.Workload.Name));
        var message = $"{names} keep their data on one volume, {subject[0].Mount.Source}";
        // Services of different profiles may be meant for different days.
        var areTogether = subject.Count(holder => holder.Workload.Profiles.Count == 0) > 1;
        yield return (
            areTogether
                ? Fail(subject[1].Mount.Span, message + ": the second server stops at the lock of the first, or spoils what it wrote.")
                : Warn(subject[1].Mount.Span, message + ", and nothing keeps them from running together.").As(Severity.Medium)
        )
            .Related(subject.Select(holder => holder.Mount.Span))
            .Remedy($"Give {subject[1].Workload.Name} a volume of its own in {subject[1].Mount.Span}.")
            .VerifyGone();
    }

    /// <summary>What starts with a command of its own may be a backup, a client or a restore.</summary>
    private static IEnumerable<Holder> Holders(Workload workload) =>
        (workload.Public ?? OwnBase(workload)) is { Role: ImageRole.DataStore, DataPaths: var paths }
        && !workload.IsOneShot
        && IsServer(workload)
            ? workload
                .Mounts.Where(mount =>
                    mount is { Kind: MountKind.Volume, IsReadOnly: false, Source: not null }
                    && paths.Any(path =>
                        mount.Path.TrimEnd('/') is var at && (at == path || at.StartsWith(path + "/", StringComparison.Ordinal))
                    )
                )
                .Select(mount => new Holder(workload, mount))
            : [];

    /// <summary>An image of the repository that starts as the one it is built upon.</summary>
    private static PublicImage? OwnBase(Workload workload) =>
        workload.Image?.Final is { Entrypoint: null, Command: null, PublicBase: { } below } ? below : null;

    private static bool IsServer(Workload workload) =>
        workload.Start is not { } start
        || start.Commands is [{ Words: [var first, ..] }, ..]
            && first.Prefix is var word
            && (word.StartsWith('-') || word is "postgres" or "mysqld" or "mariadbd" or "mongod" or "redis-server");
}
