using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A process that is not root writes into a named volume whose directory belongs to root.</summary>
/// <remarks>
/// Source: Docker documentation, "Volumes", "Populate a volume using a container": a new volume takes the content and the owner of the directory in the image; without one
/// the directory is made by root.
/// </remarks>
internal sealed class VolumeNotWritable : Rule<VolumeNotWritable.MountedVolume>
{
    // What gives a directory to a user, or makes the process root in between.
    private static readonly string[] Givers = ["chown", "chmod", "install -", "useradd", "adduser", "sudo", "gosu", "su-exec", "setpriv"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/volume-not-writable",
            Title = "Volume owned by root",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Docker makes the directory of a new volume for root unless the image holds it: every write of another user fails with `Permission denied`.",
            Holds = "The user of the process may write into the volume.",
        };

    public override IEnumerable<MountedVolume> Subjects(Deployment deployment) =>
        from workload in deployment.Workloads
        where workload is { Kind: TargetKind.Compose, IsOneShot: false }
        let image = workload.Image
        where image is not null
        let user = User(workload)
        where user is not null
        from mount in workload.Mounts
        where mount is { Kind: MountKind.Volume, Source: not null, IsReadOnly: false } && mount.Path is ['/', _, ..]
        where IsOfDocker(mount, workload, deployment) && !IsShared(mount, workload, deployment)
        select new MountedVolume(workload, image, mount, user);

    protected override Subject Identify(MountedVolume subject) => new($"{subject.Workload.Name}: {subject.Mount.Path}", subject.Mount.Span);

    protected override IEnumerable<Verdict> Check(MountedVolume subject, Deployment deployment)
    {
        var (workload, image, mount, user) = subject;
        if (Owner(image, mount.Path.TrimEnd('/')) is not { } because)
        {
            yield break;
        }

        var path = mount.Path.TrimEnd('/');
        var message =
            $"{workload.Name} runs as `{user.Value}`, but the volume `{mount.Source}` at {path} belongs to root: {image.Dockerfile.File.Path} {because}.";
        var written = workload.Supplied.FirstOrDefault(variable => IsBelow(variable.Value.Text, path));
        yield return (written is null ? Warn(mount.Span, message) : LikelyFail(mount.Span, message))
            .Related(user.Span)
            .Related(written?.Span)
            .Remedy(
                $"Add `RUN mkdir -p {path} && chown {user.Value.Split(':')[0]} {path}` to {image.Dockerfile.File.Path}, before USER; remove a volume that was made already."
            )
            .Verify($"git grep -nE '(chown|--chown).*{path}' -- {image.Dockerfile.File.Path}   # must find the instruction");
    }

    /// <summary>Why the directory is root's; null where the user may own it.</summary>
    private static string? Owner(Image image, string path)
    {
        var answer = image.Final.Files.Find(path);
        return answer.Presence switch
        {
            Presence.Absent when !image.Mentions(image.Final, [path]) && !image.Mentions(image.Final, ["gosu", "su-exec", "sudo"]) =>
                "does not make that directory",
            Presence.Present when answer.Because is { } made && IsMadeByRoot(image, made) => "makes it as root",
            _ => null,
        };
    }

    /// <summary>A command makes it before the user changes, and nothing gives anything away.</summary>
    private static bool IsMadeByRoot(Image image, SourceSpan made) =>
        !image.Mentions(image.Final, Givers)
        && image.Final.Declared.Instructions.OfType<DockerInstruction.Run>().Any(run => run.Span.Holds(made))
        && image.Final.Declared.Instructions.OfType<DockerInstruction.User>().All(user => user.Span.Start > made.Start);

    private static Fact<string>? User(Workload workload) =>
        (workload.User ?? workload.Image?.Final.User) is { Value: { Length: > 0 } name } user
        && !name.Contains('$', StringComparison.Ordinal)
        && name.Split(':')[0] is not ("root" or "0")
            ? user
            : null;

    /// <summary>Made by Docker itself when the target starts first.</summary>
    private static bool IsOfDocker(Mount mount, Workload workload, Deployment deployment) =>
        deployment
            .Of<ComposeFile>()
            .Where(file => file.File == workload.Span.File)
            .SelectMany(file => file.Volumes)
            .Where(volume => volume.Name.Value == mount.Source)
            .All(volume => volume is { IsExternal: false, Driver: null, DriverOptions.Count: 0 });

    /// <summary>Another workload may be the one that writes, or may give the directory to the user.</summary>
    private static bool IsShared(Mount mount, Workload workload, Deployment deployment) =>
        deployment.Workloads.Any(other =>
            other != workload && other.TargetName == workload.TargetName && other.Mounts.Any(its => its.Source == mount.Source)
        );

    private static bool IsBelow(string? value, string path) =>
        value?.IndexOf(path, StringComparison.Ordinal) is >= 0 and var at
        && (at + path.Length == value.Length || value[at + path.Length] == '/');

    /// <summary>A named volume that one workload alone mounts, which does not run as root.</summary>
    /// <param name="User">Who it runs as, and what says so.</param>
    internal sealed record MountedVolume(Workload Workload, Image Image, Mount Mount, Fact<string> User);
}
