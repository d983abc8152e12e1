using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The build of an image writes the configuration of a Laravel application into its cache.</summary>
/// <param name="Command">The command that writes it.</param>
internal sealed record CachedConfiguration(Image Image, StageCommand Command)
{
    /// <summary>Values that a container gets, and that the build did not have.</summary>
    public IReadOnlyList<SuppliedVariable> Late { get; init; } = [];

    /// <summary>The workloads that get them.</summary>
    public IReadOnlyList<Workload> Workloads { get; init; } = [];

    /// <summary>A container gets a file of values that the build did not have; null where none does.</summary>
    public SourceSpan? LateFile { get; init; }

    /// <summary>Some container of it starts without writing or removing the cache.</summary>
    public bool IsKept { get; init; }

    /// <summary>Why the cache may be written again, or may hold the right values; null without a sign of that.</summary>
    public string? UndecidedBecause { get; init; }
}
