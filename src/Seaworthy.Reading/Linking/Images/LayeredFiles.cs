using System.Collections.Concurrent;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>A file system as the layers that made it: the first <paramref name="count"/> of a stage's list.</summary>
internal sealed class LayeredFiles(IReadOnlyList<ImageLayer> layers, int count) : ImageFiles
{
    // Every program of an image asks for the same modules in the same places.
    private readonly ConcurrentDictionary<string, PathAnswer> known = new(StringComparer.Ordinal);

    public override IEnumerable<Fact<string>> Open => layers.Take(count).Select(Opened).OfType<Fact<string>>();

    public override IEnumerable<CopiedFile> CopiedUnder(string directory) =>
        layers.Take(count).SelectMany(layer => layer.CopiedUnder(directory));

    // What a later layer puts in its place is another file; the layer below holds this one all the same.
    public override IEnumerable<Fact<string>> PathsOf(string source) => layers.Take(count).SelectMany(layer => layer.PathsOf(source));

    public override PathAnswer Find(string path) =>
        known.GetOrAdd(path.Length > 1 ? path.TrimEnd('/') : path, full => Search(full, (layer, at) => layer.Find(at)));

    public override PathAnswer FindSource(string path) =>
        Search(path.Length > 1 ? path.TrimEnd('/') : path, (layer, at) => layer.FindSource(at));

    private PathAnswer Search(string full, Func<ImageLayer, string, PathAnswer?> find)
    {
        PathAnswer? near = null;
        PathAnswer? unknown = null;
        for (var i = count - 1; i >= 0; i--)
        {
            switch (find(layers[i], full))
            {
                case { Presence: Presence.Present } found:
                    return found;
                case { Presence: Presence.Unknown } open:
                    unknown ??= open;
                    break;
                case { } other:
                    near ??= other;
                    break;
                default:
                    break;
            }
        }

        return unknown ?? near ?? new PathAnswer(Presence.Absent, full);
    }

    public override Fact<string>? Named(string name) =>
        layers
            .Take(count)
            .OfType<ImageLayer.Made>()
            .Where(layer => layer.SourcePath is not null && ImagePath.NameOf(layer.Path) == name)
            .Select(layer => new Fact<string>(layer.Path, layer.Span))
            .FirstOrDefault();

    private static Fact<string>? Opened(ImageLayer layer) =>
        layer switch
        {
            ImageLayer.Opened opened => new Fact<string>(opened.Directory, opened.Span),
            ImageLayer.OpenedEverywhere opened => new Fact<string>(opened.Directory, opened.Span),
            ImageLayer.Lent lent => Opened(lent.Layer),
            _ => null,
        };
}
