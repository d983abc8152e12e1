using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The file that a running container finds at a path: from a mount, else from its image.</summary>
internal sealed class ContainerFiles(RepositoryTree tree, Image? image, Workload? workload)
{
    // One module is asked for from many files.
    private readonly ConcurrentDictionary<string, PathAnswer> answers = new(StringComparer.Ordinal);

    public Image? Image => image;

    public Workload? Workload => workload;

    /// <summary>Nobody here builds the image: from which directory is a guess.</summary>
    public bool IsAssumed => image?.Build.IsAssumed == true;

    /// <summary>
    /// The containers that an image starts so: as each workload runs it that starts it thus; by itself where no workload starts it, and none where all start it otherwise.
    /// </summary>
    public static IReadOnlyList<ContainerFiles> Of(Deployment deployment, Startup startup)
    {
        if (startup is not { Image: { } image })
        {
            return [];
        }

        if (startup.Workload is { } own)
        {
            return [new ContainerFiles(deployment.Tree, image, own)];
        }

        var users = deployment.WorkloadsOf(image).Where(user => user.Start is not null).ToList();
        return users.Count == 0
            ? [new ContainerFiles(deployment.Tree, image, null)]
            : [.. users.Where(user => user.Start?.Span == startup.Span).Select(user => new ContainerFiles(deployment.Tree, image, user))];
    }

    public PathAnswer Find(string path) => answers.GetOrAdd(path, Look);

    private PathAnswer Look(string path)
    {
        var mount = workload?.Mounts.Where(mount => mount.Inside(path) is not null).MaxBy(mount => mount.Path.Length);
        return mount switch
        {
            // A named volume is filled from the image when it is new.
            null or { Kind: MountKind.Volume } => FromImage(path),
            { Kind: MountKind.Bind, Source: { } source } => FromTree(mount, source, path),
            _ => new PathAnswer(Presence.Unknown, path, null, mount.Span, $"{mount.Path} is a mount"),
        };
    }

    private PathAnswer FromImage(string path) =>
        image?.Final.Files.Find(path) ?? new PathAnswer(Presence.Unknown, path, Why: "the image is not built here");

    private PathAnswer FromTree(Mount mount, string source, string path)
    {
        var rest = mount.Inside(path) ?? "";
        var full = RepositoryPath.Join(source, rest);
        if (full is null)
        {
            return new PathAnswer(Presence.Unknown, path, null, mount.Span, $"the mount at {mount.Path} is not from this repository");
        }

        var answer = tree.Look(full);
        return answer.Presence == Presence.Present
            ? new PathAnswer(Presence.Present, path, full, mount.Span)
            : answer with
            {
                Because = answer.Because ?? mount.Span,
                Mount = mount.Span,
            };
    }
}
