using System.Collections;

namespace Seaworthy.Model;

/// <summary>A list of the model: going through it takes a step for each of its elements (<see cref="Work"/>).</summary>
public sealed class CountedList<T>(IReadOnlyList<T> list) : IReadOnlyList<T>
{
    public int Count => list.Count;

    public T this[int index]
    {
        get
        {
            Work.Take(0);
            return list[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        Work.Take(list.Count);
        return list.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
