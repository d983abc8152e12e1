using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Redis of a target in which programs keep what they must not lose.</summary>
/// <param name="Redis">The workload that is the server.</param>
/// <param name="What">What is in it: <c>the queue of Celery</c>.</param>
/// <param name="User">The workload that keeps it there.</param>
/// <param name="Span">What shows it.</param>
internal sealed record RedisContent(Workload Redis, string What, Workload User, SourceSpan Span)
{
    /// <summary>Only sessions: people have to sign in again.</summary>
    public bool IsOfSessions { get; init; }

    /// <summary>The policy by which keys without an expiry are removed when the memory is full; null where they stay.</summary>
    public Fact<string>? Policy { get; init; }
}
