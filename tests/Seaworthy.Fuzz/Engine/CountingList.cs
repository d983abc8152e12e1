using System.Collections;

namespace Seaworthy.Fuzz.Engine;

/// <summary>A list that counts how often somebody looks at one of its items.</summary>
internal sealed class CountingList<T>(IReadOnlyList<T> items, LookCount count) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index]
    {
        get
        {
            count.Add();
            return items[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var item in items)
        {
            count.Add();
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
