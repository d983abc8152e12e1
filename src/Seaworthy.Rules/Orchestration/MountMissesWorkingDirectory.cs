using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The source of an image is mounted at a path that nothing uses.</summary>
internal sealed class MountMissesWorkingDirectory : Rule<MountMissesWorkingDirectory.Mounted>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/mount-misses-working-directory",
            Title = "Mount outside working directory",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The container runs the copy in its image, so source changes have no effect until the next build.",
            Holds = "The source is mounted over the copy in the image.",
        };

    public override IEnumerable<Mounted> Subjects(Deployment deployment) =>
        (
            from workload in deployment.Workloads
            where workload is { Kind: TargetKind.Compose, Image: not null }
            from mount in workload.Mounts
            where mount is { Kind: MountKind.Bind, Source: { } source } && IsItsSource(workload, source)
            select new Mounted(workload, mount)
        ).DistinctBy(mounted => mounted.Mount.Span);

    protected override Subject Identify(Mounted subject) => new(subject.Workload.Name, subject.Mount.Span);

    protected override IEnumerable<Verdict> Check(Mounted subject, Deployment deployment)
    {
        var (workload, mount) = subject;
        var directory = workload.Start?.WorkingDirectory ?? workload.Image?.Final.WorkingDirectory;
        if (directory is null or "/" || workload.Image is not { } image || IsUsed(workload, mount, directory, deployment))
        {
            yield break;
        }

        yield return Warn(
                mount.Span,
                $"{workload.Name} mounts its source `{mount.Source}` at {mount.Path}, but its image runs in {directory} and nothing uses the mount."
            )
            .Related(image.Final.Declared.Workdir?.Span ?? image.Final.Declared.Span, "the working directory")
            .Remedy($"Mount it at {directory} in {mount.Span}.")
            .VerifyOneGone();
    }

    /// <summary>The build context of its image, or a component of it.</summary>
    private static bool IsItsSource(Workload workload, string source) =>
        workload.Image is { } image
        && source.Length > 0
        && (source == image.Build.Context || workload.Components.Any(component => component.Root == source && component.Code.Count > 0));

    private static bool IsUsed(Workload workload, Mount mount, string directory, Deployment deployment) =>
        IsWithin(mount.Path, directory)
        || IsWithin(directory, mount.Path)
        || WrittenPath.IsIn(workload.Start?.Text, mount.Path)
        || workload.Supplied.Any(variable => WrittenPath.IsIn(variable.Value.Text, mount.Path))
        || workload.Mounts.Any(other => other != mount && IsWithin(other.Path, directory) && other.Kind == MountKind.Bind)
        || deployment.Of<ShellScript>().Any(script => WrittenPath.IsIn(script.File, mount.Path))
        || IsInImage(workload, mount);

    /// <summary>The mount replaces a path of the image, which may be used.</summary>
    private static bool IsInImage(Workload workload, Mount mount) =>
        workload.Image is not { } image
        || image.Final.Files.Find(mount.Path).Presence == Presence.Present
        || image
            .Stages.SelectMany(stage => stage.Declared.Instructions)
            .OfType<DockerInstruction.Run>()
            .Any(run => WrittenPath.IsIn(run.Command.Raw, mount.Path));

    private static bool IsWithin(string path, string directory) =>
        path.TrimEnd('/') == directory.TrimEnd('/') || path.StartsWith(directory.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>A workload and the mount of its source.</summary>
    internal sealed record Mounted(Workload Workload, Mount Mount);
}
