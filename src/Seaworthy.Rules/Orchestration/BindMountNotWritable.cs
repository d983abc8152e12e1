using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A public image whose process is not root keeps its data in a bind mount that only Docker makes.</summary>
/// <remarks>
/// Source: Docker documentation, "Bind mounts": a source that is not there is made as a directory, by the daemon and so for root. Which user an image has is in the table of public images,
/// each row with its own source.
/// </remarks>
internal sealed class BindMountNotWritable : Rule<BindMountNotWritable.KeptData>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/bind-mount-not-writable",
            Title = "Bind mount owned by root",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Docker makes a missing bind directory for root: the process cannot write its data and exits with `Permission denied`.",
            Holds = "The user of the process may write into the bind mount.",
        };

    public override IEnumerable<KeptData> Subjects(Deployment deployment) =>
        from workload in deployment.Workloads
        where workload is { Kind: TargetKind.Compose, IsOneShot: false }
        let image = workload.Public
        where image is { DropsRoot: false, DataPaths.Count: > 0 }
        let user = workload.User?.Value ?? image.User
        // "${UID}:${GID}" is the one who starts it.
        where user.Split(':')[0] is not ("" or "root" or "0") && !user.Contains('$', StringComparison.Ordinal)
        from mount in workload.Mounts
        where mount is { Kind: MountKind.Bind or MountKind.Volume, Source.Length: > 0, IsReadOnly: false }
        where image.DataPaths.Any(path => path == mount.Path.TrimEnd('/'))
        select new KeptData(workload, image, mount, user);

    protected override Subject Identify(KeptData subject) => new($"{subject.Workload.Name}: {subject.Mount.Path}", subject.Mount.Span);

    protected override IEnumerable<Verdict> Check(KeptData subject, Deployment deployment)
    {
        var (workload, image, mount, user) = subject;
        // A new named volume takes the owner of the directory in the image.
        if (mount is not { Kind: MountKind.Bind, Source: { } source } || deployment.Tree.Has(source))
        {
            yield break;
        }

        var directory = "./" + source;
        if (Preparing(source, deployment) is { } place)
        {
            yield return Unknown(mount.Span, $"{workload.Name} writes to `{directory}` as user {user}; unknown whether {place} lets it.");
            yield break;
        }

        yield return LikelyFail(
                mount.Span,
                $"{workload.Name} ({image.Name}) writes to {mount.Path} as user {user}, but Docker makes `{directory}` for root."
            )
            .Related(workload.User?.Span)
            .Remedy(
                $"Mount a named volume at {mount.Path} in {mount.Span}, or run `sudo chown -R {user} {directory}` before the first start."
            )
            .Verify(
                $"docker compose -f {mount.Span.File.Path} up -d {workload.Name} && docker compose -f {mount.Span.File.Path} logs {workload.Name}"
            );
    }

    /// <summary>A command that makes the directory, or gives it to somebody.</summary>
    private static SourceSpan? Preparing(string source, Deployment deployment)
    {
        var name = RepositoryPath.NameOf(source);
        return deployment
            .Commands.FirstOrDefault(site =>
                site.Command.Program is "mkdir" or "chown" or "chmod" or "install" or "setfacl"
                && site.Command.Words.Skip(1).Any(word => word.Raw.Contains(name, StringComparison.Ordinal))
            )
            ?.Span;
    }

    /// <param name="User">Who the process runs as.</param>
    internal sealed record KeptData(Workload Workload, PublicImage Image, Mount Mount, string User);
}
