using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Two data stores store their data in one volume.</summary>
internal sealed class DataVolumeShared : Rule<IReadOnlyList<DataVolumeShared.Holder>>
{
    /// <summary>A server and the mount that holds its data.</summary>
    internal sealed record Holder(Workload Workload, Mount Mount);

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/data-volume-shared",
            Title = "Volume shared by data stores",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "A data directory belongs to one server: the second one stops at the lock of the first, or both corrupt the files.",
            Holds = "One server uses the volume.",
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
        var message = $"{names} store their data in the same volume `{subject[0].Mount.Source}`";
        // Services of different profiles may be alternatives.
        var areTogether = subject.Count(holder => holder.Workload.Profiles.Count == 0) > 1;
        yield return (
            areTogether
                ? Fail(subject[1].Mount.Span, message + ".")
                : Warn(subject[1].Mount.Span, message + ", and nothing prevents them from running together.").As(Severity.Medium)
        )
            .Related(subject.Select(holder => holder.Mount.Span))
            .Remedy($"Mount a separate volume for {subject[1].Workload.Name} in {subject[1].Mount.Span}.")
            .VerifyGone();
    }

    /// <summary>A service with its own command may be a backup, a client or a restore.</summary>
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

    /// <summary>The base image of an image that does not change how it starts.</summary>
    private static PublicImage? OwnBase(Workload workload) =>
        workload.Image?.Final is { Entrypoint: null, Command: null, PublicBase: { } below } ? below : null;

    private static bool IsServer(Workload workload) =>
        workload.Start is not { } start
        || start.Commands is [{ Words: [var first, ..] }, ..]
            && first.Prefix is var word
            && (word.StartsWith('-') || word is "postgres" or "mysqld" or "mariadbd" or "mongod" or "redis-server");
}
