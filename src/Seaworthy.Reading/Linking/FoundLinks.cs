using System.Diagnostics;
using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>One relation of one deployment: whether it is worked out, by whom, and for which others that waits.</summary>
/// <param name="relation">How its links are worked out.</param>
internal sealed class FoundLinks(Relation relation)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Asked for while it is worked out. Looked at under one lock for all relations of the deployment.
    private readonly List<FoundLinks> awaited = [];
    private int isTaken;
    private long waited;
    private volatile IReadOnlyList<object>? links;

    public string Name => relation.Of.Name;

    /// <summary>The list when they could not be worked out.</summary>
    public IReadOnlyList<object> None => relation.None;

    /// <summary>Null until they are worked out.</summary>
    public IReadOnlyList<object>? Known => links;

    /// <summary>Null until it is worked out.</summary>
    public RelationRun? Run { get; private set; }

    /// <summary>Whether nobody works it out so far: then the caller is to.</summary>
    public bool Take() => Interlocked.Exchange(ref isTaken, 1) == 0;

    /// <summary>Until another thread has worked it out. The thread pool is told: it lets others go on meanwhile.</summary>
    public void Wait() => done.Task.GetAwaiter().GetResult();

    /// <summary>What working it out spent on others that it asked for.</summary>
    public void Spent(TimeSpan time) => Interlocked.Add(ref waited, time.Ticks);

    public void Await(FoundLinks other) => awaited.Add(other);

    /// <summary>From here to a relation, along what waits for what; empty when this one does not wait for it.</summary>
    public IReadOnlyList<FoundLinks> WayTo(FoundLinks end) =>
        ReferenceEquals(this, end) ? [this]
        : done.Task.IsCompleted ? []
        : awaited.Select(other => other.WayTo(end)).FirstOrDefault(way => way.Count > 0) is { } rest ? [this, .. rest]
        : [];

    /// <param name="known">What they are worked out from.</param>
    /// <param name="relations">Takes note of what goes wrong.</param>
    /// <param name="asker">Who asked for it first.</param>
    public void Find(Deployment known, Relations relations, string asker)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var found = relations.Now(() => relation.Find(known), relation.None, Name);
            links = found;
            var took = Stopwatch.GetElapsedTime(began);
            // Threads that wait side by side wait longer than the clock.
            var own = TimeSpan.FromTicks(Math.Max(0, took.Ticks - Interlocked.Read(ref waited)));
            Run = new RelationRun(Name, asker, took, own, found.Count);
        }
        finally
        {
            done.SetResult();
        }
    }
}
