using System.Collections;

namespace Seaworthy.Model;

/// <summary>A list of the model: going through it takes a step for each of its elements (<see cref="Work"/>).</summary>
public sealed class CountedList<T>(IReadOnlyList<T> list) : IReadOnlyList<T>
{
    public int Count => list.Count;

    /// <summary>Its elements, for whoever goes through all of them: that many steps are taken.</summary>
    internal IReadOnlyList<T> Taken()
    {
        Work.Take(list.Count);
        return list;
    }

    public T this[int index]
    {
        get
        {
            Work.Take(0);
            return list[index];
        }
    }

    public IEnumerator<T> GetEnumerator() => Taken().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
