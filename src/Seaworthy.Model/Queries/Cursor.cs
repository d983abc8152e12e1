using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Seaworthy.Model.Queries;

/// <summary>A place in a source of a query. Lists and arrays are gone through by index, and queries step by step: to ask each alike would search for the method of each, at each step.</summary>
internal struct Cursor<T> : IDisposable
{
    // What is gone through: an array, a list, the run of a query, or any other enumerator.
    private object? at;
    private int index;
    private readonly int count;
    private readonly CursorKind kind;

    public Cursor(IEnumerable<T> source)
    {
        if (source is CountedList<T> counted)
        {
            source = counted.Taken();
        }

        if (source.GetType() == typeof(List<T>))
        {
            kind = CursorKind.List;
            at = source;
        }
        else if (source is Steps<T> steps)
        {
            kind = CursorKind.Steps;
            at = steps.Run();
        }
        else if (source is T[] array)
        {
            kind = CursorKind.Array;
            at = array;
        }
        else if (source is IList<T> listed)
        {
            kind = CursorKind.OtherList;
            at = listed;
            count = listed.Count;
        }
        else
        {
            kind = CursorKind.Other;
            at = source.GetEnumerator();
        }
    }

    /// <summary>Whether there is one more.</summary>
    public bool Next([MaybeNullWhen(false)] out T item)
    {
        switch (kind)
        {
            case CursorKind.List when Unsafe.As<List<T>>(at) is { } list && index < list.Count:
                item = list[index++];
                return true;
            case CursorKind.Array when Unsafe.As<T[]>(at) is { } array && index < array.Length:
                item = array[index++];
                return true;
            case CursorKind.OtherList when Unsafe.As<IList<T>>(at) is { } listed && index < count:
                item = listed[index++];
                return true;
            case CursorKind.Steps when Unsafe.As<Steps<T>>(at) is { } steps && steps.MoveNext():
                item = steps.Current;
                return true;
            case CursorKind.Other when Unsafe.As<IEnumerator<T>>(at) is { } other && other.MoveNext():
                item = other.Current;
                return true;
            default:
                item = default;
                return false;
        }
    }

    public void Dispose()
    {
        if (kind == CursorKind.Steps)
        {
            Unsafe.As<Steps<T>>(at)?.Dispose();
        }
        else if (kind == CursorKind.Other)
        {
            Unsafe.As<IEnumerator<T>>(at)?.Dispose();
        }

        at = null;
    }
}
