namespace Seaworthy.Model.Queries;

/// <param name="sources">One after the other.</param>
internal sealed class Concatenation<T>(IEnumerable<T>[] sources) : Steps<T>
{
    // To add one more copies them all: what somebody makes in a long loop is nested instead.
    private const int Most = 16;

    private Cursor<T> items;
    private int next;

    public static Concatenation<T> Of(IEnumerable<T> first, IEnumerable<T> second) =>
        first is Concatenation<T> { Sources: { Length: < Most } sources } ? new([.. sources, second]) : new([first, second]);

    private IEnumerable<T>[] Sources => sources;

    public override bool MoveNext()
    {
        while (true)
        {
            if (items.Next(out var item))
            {
                Current = item;
                return true;
            }

            items.Dispose();
            items = default;
            if (next == sources.Length)
            {
                return false;
            }

            items = new Cursor<T>(sources[next]);
            next++;
        }
    }

    public override void Dispose() => items.Dispose();

    protected override Steps<T> Anew() => new Concatenation<T>(sources);
}
