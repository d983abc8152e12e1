using System.Diagnostics;
using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>One relation of one deployment: whether it is worked out, by whom, and for which others that waits.</summary>
/// <param name="of">What its links are.</param>
internal abstract class FoundLinks(Type of)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Asked for while it is worked out. Looked at under one lock for all relations of the deployment.
    private readonly List<FoundLinks> awaited = [];
    private int isTaken;
    private long waited;

    public string Name => of.Name;

    /// <summary>Null until it is worked out.</summary>
    public RelationRun? Run { get; private set; }

    /// <summary>Whether nobody works it out so far: then the caller is to.</summary>
    public bool Take() => Interlocked.Exchange(ref isTaken, 1) == 0;

    /// <summary>Until another thread has computed it. The thread pool knows of the wait, and lets others go on.</summary>
    public void Wait() => done.Task.GetAwaiter().GetResult();

    /// <summary>What working it out spent on others that it asked for.</summary>
    public void Spent(TimeSpan time) => Interlocked.Add(ref waited, time.Ticks);

    public void Await(FoundLinks other) => awaited.Add(other);

    /// <summary>The path of waiting relations from here to a relation; empty when this one does not wait for it.</summary>
    public IReadOnlyList<FoundLinks> WayTo(FoundLinks end) =>
        ReferenceEquals(this, end) ? [this]
        : done.Task.IsCompleted ? []
        : awaited.Select(other => other.WayTo(end)).FirstOrDefault(way => way.Count > 0) is { } rest ? [this, .. rest]
        : [];

    /// <param name="work">Works it out, and tells how many links it has.</param>
    /// <param name="asker">Who asked for it first.</param>
    protected void Finish(Func<int> work, string asker)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var links = work();
            var took = Stopwatch.GetElapsedTime(began);
            // Threads that wait side by side wait longer than the clock.
            var own = TimeSpan.FromTicks(Math.Max(0, took.Ticks - Interlocked.Read(ref waited)));
            Run = new RelationRun(Name, asker, took, own, links);
        }
        finally
        {
            done.SetResult();
        }
    }
}
