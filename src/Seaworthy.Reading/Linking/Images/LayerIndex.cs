using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>
/// The layers of a stage in the order of their making, found by the directories that they mention: a file of thousands of instructions asks for thousands of paths,
/// each before another instruction, and of all the layers below that few have anything to say.
/// </summary>
internal sealed class LayerIndex
{
    private readonly List<ImageLayer> layers = [];
    private readonly LayerNode root = new();

    public int Count => layers.Count;

    public IEnumerable<ImageLayer> First(int count) => layers.Take(count);

    public void Add(ImageLayer layer)
    {
        var node = root;
        foreach (var range in layer.Root.AsSpan().Split('/'))
        {
            if (layer.Root.AsSpan(range) is { Length: > 0 } name)
            {
                node.AddAbove(layers.Count, layer);
                node = node.Enter(name);
            }
        }

        node.Add(layers.Count, layer);
        layers.Add(layer);
    }

    public void AddRange(IEnumerable<ImageLayer> more)
    {
        foreach (var layer in more)
        {
            Add(layer);
        }
    }

    /// <summary>Those of the first layers that put files at a path or into a directory above it, in no order.</summary>
    public IEnumerable<ImageLayer> Putting(string path, int count)
    {
        LayerNode? node = root;
        List<int> numbers = [.. node.Putting];
        foreach (var range in path.AsSpan().Split('/'))
        {
            if (node is not null && path.AsSpan(range) is { Length: > 0 } name)
            {
                node = node.Find(name);
                numbers.AddRange(node?.Putting ?? []);
            }
        }

        return numbers.Where(number => number < count).Select(number => layers[number]);
    }

    /// <summary>What the first layers say of a path: the last that has it, else the last that may have it, else the last that tells why it is not there.</summary>
    public PathAnswer? Find(string path, int count, Func<ImageLayer, string, PathAnswer?> find)
    {
        LayerSearch search = new(layers, path, count, find);
        var node = root;
        foreach (var range in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(range) is { Length: > 0 } name)
            {
                node.SearchBelow(search);
                if (node.Find(name) is not { } next)
                {
                    return search.Answer;
                }

                node = next;
            }
        }

        node.SearchAt(search);
        return search.Answer;
    }
}
