using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A workload whose program puts jobs into a queue that only another program of the repository empties.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Span">Where the queue is made.</param>
public sealed record QueueUse(Workload Producer, string Queue, SourceSpan Span)
{
    /// <summary>What empties it, when that is a program of the framework and no file of the repository: <c>celery worker</c>.</summary>
    public string? Program { get; init; }

    /// <summary>Where jobs are taken out, or, for a program of the framework, what it does with them.</summary>
    public IReadOnlyList<SourceSpan> Takers { get; init; } = [];

    /// <summary>Where no worker of the repository processes a queue of this name: the names of those that are processed. Empty otherwise.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>The workload of the same target that runs one of the takers; null when none does.</summary>
    public Workload? Worker { get; init; }

    /// <summary>Another target in which a taker runs; null when there is none.</summary>
    public string? WorksIn { get; init; }

    /// <summary>Why one may still run; null without a sign of that.</summary>
    public string? UndecidedBecause { get; init; }
}
