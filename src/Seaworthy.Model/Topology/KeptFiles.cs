using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What a program of the repository keeps in files of its container: a database, uploads.</summary>
/// <param name="Path">In the container, absolute; as the source writes it where the directory is not known.</param>
/// <param name="Span">The value that names the path.</param>
public sealed record KeptFiles(Workload Workload, KeptKind Kind, string Path, SourceSpan Span)
{
    /// <summary>The mount that holds it; null where none does.</summary>
    public Mount? Mount { get; init; }

    /// <summary>Volumes of the workload that do not hold it.</summary>
    public IReadOnlyList<Mount> Others { get; init; } = [];

    /// <summary>Why the files may be somewhere else, or be passed on; null without a sign of that.</summary>
    public string? DoubtedBecause { get; init; }

    /// <summary>The directory that a volume would be mounted at.</summary>
    public string Directory => Kind == KeptKind.Uploads ? Path.TrimEnd('/') : ImagePath.Parent(Path);

    /// <summary>Nothing is known of where the container has it but its own name.</summary>
    public bool IsRelative => Path is not ['/', ..];
}
