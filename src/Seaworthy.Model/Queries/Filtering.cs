namespace Seaworthy.Model.Queries;

internal sealed class Filtering<T>(IEnumerable<T> source, Func<T, bool> predicate) : Steps<T>
{
    private Cursor<T> items;
    private bool hasBegun;

    public IEnumerable<T> Source => source;

    public Func<T, bool> Predicate => predicate;

    public override bool MoveNext()
    {
        if (!hasBegun)
        {
            hasBegun = true;
            items = new Cursor<T>(source);
        }

        while (items.Next(out var item))
        {
            if (predicate(item))
            {
                Current = item;
                return true;
            }
        }

        return false;
    }

    public override void Dispose() => items.Dispose();

    protected override Steps<T> Anew() => new Filtering<T>(source, predicate);
}
