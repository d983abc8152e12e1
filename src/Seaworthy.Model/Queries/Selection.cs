namespace Seaworthy.Model.Queries;

/// <param name="source">Where the items come from.</param>
/// <param name="predicate">Of which only some are taken; null for all.</param>
/// <param name="selector">What is made of each.</param>
internal sealed class Selection<T, TResult>(IEnumerable<T> source, Func<T, bool>? predicate, Func<T, TResult> selector) : Steps<TResult>
{
    private Cursor<T> items;
    private bool hasBegun;

    public override bool MoveNext()
    {
        if (!hasBegun)
        {
            hasBegun = true;
            items = new Cursor<T>(source);
        }

        while (items.Next(out var item))
        {
            if (predicate is null || predicate(item))
            {
                Current = selector(item);
                return true;
            }
        }

        return false;
    }

    public override void Dispose() => items.Dispose();

    protected override Steps<TResult> Anew() => new Selection<T, TResult>(source, predicate, selector);
}
