namespace Seaworthy.Reading.Linking.Images;

/// <summary>One directory or file of an image, with the numbers of the layers that mention it, in order.</summary>
internal sealed class LayerNode
{
    // Every search asks one layer of each kind.
    private const int MostKinds = 16;

    private Dictionary<string, LayerNode>? children;
    private List<int>? exact;
    private List<int>? above;
    private List<int>? open;
    private List<int>? filled;
    private List<int>? putting;
    private Dictionary<object, List<int>>? alike;

    /// <summary>The layers that have this for their root and put files there.</summary>
    public IReadOnlyList<int> Putting => putting ?? [];

    public LayerNode Enter(ReadOnlySpan<char> name)
    {
        children ??= new(StringComparer.Ordinal);
        if (Find(name) is not { } child)
        {
            child = new LayerNode();
            children[name.ToString()] = child;
        }

        return child;
    }

    public LayerNode? Find(ReadOnlySpan<char> name) =>
        children is not null && children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var child) ? child : null;

    /// <summary>A layer that mentions something below this directory, and with it of the directory.</summary>
    public void AddAbove(int number, ImageLayer layer)
    {
        if (layer.MakesParents)
        {
            (above ??= []).Add(number);
        }
    }

    public void Add(int number, ImageLayer layer)
    {
        if (layer.MakesParents)
        {
            (putting ??= []).Add(number);
        }

        if (layer.IsOfOnePath)
        {
            (exact ??= []).Add(number);
        }
        else if (layer.Kind is { } kind && SameAs(kind) is { } same)
        {
            same.Add(number);
        }
        else if (layer.OnlyOpens)
        {
            (open ??= []).Add(number);
        }
        else
        {
            (filled ??= []).Add(number);
        }
    }

    private List<int>? SameAs(object kind)
    {
        alike ??= [];
        return alike.TryGetValue(kind, out var same) ? same
            : alike.Count < MostKinds ? alike[kind] = []
            : null;
    }

    /// <summary>The layers of this directory that may mention what lies below it.</summary>
    public void SearchBelow(LayerSearch search)
    {
        search.Take(filled, LayerSearch.Until.Present);
        search.Take(open, LayerSearch.Until.Open);
        foreach (var same in alike?.Values ?? Enumerable.Empty<List<int>>())
        {
            search.Take(same, LayerSearch.Until.Last);
        }
    }

    public void SearchAt(LayerSearch search)
    {
        search.Take(exact, LayerSearch.Until.Present);
        search.Take(above, LayerSearch.Until.Present);
        SearchBelow(search);
    }
}
