using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>What is known of a container: an image by itself, or as a workload runs it.</summary>
internal sealed record Container(string Subject, Image? Image, Workload? Workload, ProcessStart? Start)
{
    /// <summary>Nothing else sets more variables, such as a start by hand.</summary>
    public bool TellsAll => Workload is { SuppliesMoreBecause: null };

    public bool IsInCluster => Workload?.Kind == TargetKind.Kubernetes;

    public bool Supplies(string variable) =>
        Workload?.Supplies(variable) == true || Image?.Environment.Any(supplied => supplied.Name == variable) == true;

    /// <summary>Its start is the one of its base image, or calls nothing but these programs.</summary>
    public bool OnlyStarts(IReadOnlyList<string> programs) =>
        Start is null
        || Start.Whole.All(command =>
            programs.Contains(ImagePath.NameOf(command.Program)) && !command.Words.Any(word => word.Literal is "-c")
        );

    /// <summary>Something was put below a directory of it.</summary>
    public bool Holds(string directory) =>
        Image?.Final.Files.CopiedUnder(directory).Any() == true
        || Workload?.Mounts.Any(mount => mount.Path.StartsWith(directory, StringComparison.Ordinal)) == true;

    /// <summary>Where a file of the repository is in it.</summary>
    public IEnumerable<string> PathsOf(string source)
    {
        var copied = Image?.Final.Files.PathsOf(source).Select(path => path.Value) ?? [];
        var mounted =
            from mount in Workload?.Mounts ?? []
            where mount.Kind == MountKind.Bind
            let below = mount.Source is { Length: > 0 } directory ? ImagePath.Inside(directory, source) : null
            where below is not null
            select below.Length == 0 ? mount.Path : $"{mount.Path.TrimEnd('/')}/{below}";
        return copied.Concat(mounted).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Something other than its base image put a file there, or may have.</summary>
    public bool Replaces(string path) =>
        Image?.Final.Files.Find(path).Presence == Presence.Present || Workload?.Mounts.Any(mount => mount.Inside(path) is not null) == true;

    /// <summary>The mount or instruction that puts a file of the repository there; null when something else lies over it.</summary>
    public SourceSpan? PlaceOf(string path)
    {
        var mount = Workload?.Mounts.Where(mount => mount.Inside(path) is not null).MaxBy(mount => mount.Path.Length);
        return mount is null ? Image?.Final.Files.Find(path).Because
            : mount.Kind == MountKind.Bind || mount.Files.Any(file => file.Path == path) ? mount.Span
            : null;
    }
}
