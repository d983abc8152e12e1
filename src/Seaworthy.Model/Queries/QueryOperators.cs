#pragma warning disable IDE0130 // Of the namespace around all others, so that these are found before those of the framework wherever a query is written.
using Seaworthy.Model.Queries;

namespace Seaworthy;

/// <summary>
/// The operators of queries that are written most, instead of the framework's of the same names: what they answer is the same.
/// In native code the framework's Select is looked up at each call (it is virtual, and has a type parameter) and made at the first call for two types, which was a quarter of the audit of a small repository;
/// and each step of a query searches for the method that its source has for it, while here it calls the source's next step.
/// </summary>
public static class QueryOperators
{
    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> source, Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(selector);
        return source is Filtering<T> filtering
            ? new Selection<T, TResult>(filtering.Source, filtering.Predicate, selector)
            : new Selection<T, TResult>(source, null, selector);
    }

    /// <summary>In parallel, as the framework does.</summary>
    public static ParallelQuery<TResult> Select<T, TResult>(this ParallelQuery<T> source, Func<T, TResult> selector) =>
        ParallelEnumerable.Select(source, selector);

    public static IEnumerable<T> Where<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(predicate);
        return new Filtering<T>(source, predicate);
    }

    /// <summary>In parallel, as the framework does.</summary>
    public static ParallelQuery<T> Where<T>(this ParallelQuery<T> source, Func<T, bool> predicate) =>
        ParallelEnumerable.Where(source, predicate);

    public static IEnumerable<TResult> SelectMany<T, TResult>(this IEnumerable<T> source, Func<T, IEnumerable<TResult>> selector)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(selector);
        return new Flattening<T, TResult>(source, selector);
    }

    public static bool Any<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(predicate);
        using Cursor<T> items = new(source);
        while (items.Next(out var item))
        {
            if (predicate(item))
            {
                return true;
            }
        }

        return false;
    }

    public static bool All<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(predicate);
        using Cursor<T> items = new(source);
        while (items.Next(out var item))
        {
            if (!predicate(item))
            {
                return false;
            }
        }

        return true;
    }

    public static T? FirstOrDefault<T>(this IEnumerable<T> source, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(predicate);
        using Cursor<T> items = new(source);
        while (items.Next(out var item))
        {
            if (predicate(item))
            {
                return item;
            }
        }

        return default;
    }

    public static List<T> ToList<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source is not Steps<T>)
        {
            return new List<T>(source);
        }

        List<T> list = [];
        using Cursor<T> items = new(source);
        while (items.Next(out var item))
        {
            list.Add(item);
        }

        return list;
    }

    public static IEnumerable<TResult> SelectMany<T, TInner, TResult>(
        this IEnumerable<T> source,
        Func<T, IEnumerable<TInner>> inner,
        Func<T, TInner, TResult> selector
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(selector);
        return new Pairing<T, TInner, TResult>(source, inner, selector);
    }

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> source, IEnumerable<T> second)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(second);
        return Concatenation<T>.Of(source, second);
    }

    public static bool Any<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using Cursor<T> items = new(source);
        return items.Next(out _);
    }

    public static T? FirstOrDefault<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using Cursor<T> items = new(source);
        return items.Next(out var item) ? item : default;
    }
}
