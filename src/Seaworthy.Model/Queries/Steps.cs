using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Seaworthy.Model.Queries;

/// <summary>A query and one run through it, as the framework's iterators are: whoever goes through it a second time, or in another thread, gets a run of its own.</summary>
internal abstract class Steps<T> : IEnumerable<T>, IEnumerator<T>
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool isTaken;

    [AllowNull]
    public T Current { get; protected set; }

    object? IEnumerator.Current => Current;

    public abstract bool MoveNext();

    public abstract void Dispose();

    public IEnumerator<T> GetEnumerator() => Run();

    /// <summary>A run from the start.</summary>
    public Steps<T> Run()
    {
        var run = !isTaken && thread == Environment.CurrentManagedThreadId ? this : Anew();
        run.isTaken = true;
        return run;
    }

    protected abstract Steps<T> Anew();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void IEnumerator.Reset() => throw new NotSupportedException();
}
