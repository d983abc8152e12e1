using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Directories of the host and volumes that several containers of one target share: what one of them writes at its start, the others find.</summary>
internal static class SharedMounts
{
    /// <summary>The command of another container's start that may make a path of the repository; null when none does.</summary>
    /// <param name="path">From the repository's root.</param>
    public static SourceSpan? Writer(Deployment deployment, Workload reader, string path) =>
        Others(deployment, reader)
            .SelectMany(other => InContainer(other, path).SelectMany(inside => Writers(deployment, other, inside)))
            .Select(command => (SourceSpan?)command.Span)
            .FirstOrDefault();

    /// <summary>Another workload of the target that may write to the named volume in which a path of the container lies; null when there is none.</summary>
    /// <param name="path">In the container of <paramref name="reader"/>.</param>
    public static Workload? Holder(Deployment deployment, Workload reader, string path) =>
        reader.Mounts.FirstOrDefault(mount => mount.Kind == MountKind.Volume && ImagePath.Inside(mount.Path, path) is not null)
            is { Source: { } volume }
            ? Others(deployment, reader)
                .FirstOrDefault(other =>
                    other.Mounts.Any(mount => mount is { Kind: MountKind.Volume, IsReadOnly: false } && mount.Source == volume)
                )
            : null;

    private static IEnumerable<Workload> Others(Deployment deployment, Workload reader) =>
        deployment.Workloads.Where(other => other.TargetName == reader.TargetName && !ReferenceEquals(other, reader));

    private static IEnumerable<string> InContainer(Workload workload, string path) =>
        from mount in workload.Mounts
        where mount is { Kind: MountKind.Bind, IsReadOnly: false }
        let rest = mount.Source is not { } source ? null
        : source.Length == 0 ? path
        : ImagePath.Inside(source, path)
        where rest is not null
        select ImagePath.Under(mount.Path, rest);

    private static IEnumerable<ShellCommand> Writers(Deployment deployment, Workload workload, string path) =>
        StartScripts
            .Of(deployment, workload)
            .SelectMany(script => script.Commands)
            .Where(command =>
                KnownCommand
                    .Of(command)
                    .OfType<FileCommand>()
                    .Where(file => file.Tool != "mkdir")
                    .SelectMany(file => file.Writes)
                    .Any(word => IsAround(ImagePath.Join(workload.Start?.WorkingDirectory, word.Prefix), path))
            );

    private static bool IsAround(string? written, string path) => written is not null && ImagePath.Inside(written, path) is not null;
}
