using System.Diagnostics.CodeAnalysis;

namespace Seaworthy.Model.Queries;

/// <param name="source">Where the items come from.</param>
/// <param name="inner">What belongs to each.</param>
/// <param name="selector">What is made of an item and each of what belongs to it.</param>
internal sealed class Pairing<T, TInner, TResult>(
    IEnumerable<T> source,
    Func<T, IEnumerable<TInner>> inner,
    Func<T, TInner, TResult> selector
) : Steps<TResult>
{
    private Cursor<T> items;
    private Cursor<TInner> inners;

    [AllowNull]
    private T item;
    private bool hasBegun;

    public override bool MoveNext()
    {
        if (!hasBegun)
        {
            hasBegun = true;
            items = new Cursor<T>(source);
        }

        while (true)
        {
            if (inners.Next(out var found))
            {
                Current = selector(item, found);
                return true;
            }

            inners.Dispose();
            inners = default;
            if (!items.Next(out var outer))
            {
                return false;
            }

            item = outer;
            inners = new Cursor<TInner>(inner(outer));
        }
    }

    public override void Dispose()
    {
        inners.Dispose();
        items.Dispose();
    }

    protected override Steps<TResult> Anew() => new Pairing<T, TInner, TResult>(source, inner, selector);
}
