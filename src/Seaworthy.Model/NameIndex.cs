using System.Runtime.CompilerServices;

namespace Seaworthy.Model;

/// <summary>Finds the first of a list that has a name: where the list is long, through an index that is made once for it.</summary>
/// <param name="nameOf">Null for what has none.</param>
public sealed class NameIndex<T>(Func<T, string?> nameOf, StringComparer comparer)
    where T : class
{
    // So many names are compared as fast as one is looked up.
    private const int Short = 12;

    private readonly ConditionalWeakTable<IReadOnlyList<T>, Dictionary<string, T>> made = [];

    public T? Find(IReadOnlyList<T> list, string name)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Count <= Short
            ? list.FirstOrDefault(item => comparer.Equals(nameOf(item), name))
            : made.GetValue(list, Make).GetValueOrDefault(name);
    }

    private Dictionary<string, T> Make(IReadOnlyList<T> list)
    {
        Dictionary<string, T> index = new(comparer);
        foreach (var item in list)
        {
            if (nameOf(item) is { } name)
            {
                index.TryAdd(name, item);
            }
        }

        return index;
    }
}
