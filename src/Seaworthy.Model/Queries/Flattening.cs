namespace Seaworthy.Model.Queries;

internal sealed class Flattening<T, TResult>(IEnumerable<T> source, Func<T, IEnumerable<TResult>> selector) : Steps<TResult>
{
    private Cursor<T> items;
    private Cursor<TResult> inner;
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
            if (inner.Next(out var result))
            {
                Current = result;
                return true;
            }

            inner.Dispose();
            inner = default;
            if (!items.Next(out var item))
            {
                return false;
            }

            inner = new Cursor<TResult>(selector(item));
        }
    }

    public override void Dispose()
    {
        inner.Dispose();
        items.Dispose();
    }

    protected override Steps<TResult> Anew() => new Flattening<T, TResult>(source, selector);
}
