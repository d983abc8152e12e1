using System.Collections.Concurrent;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>A file system as the layers that made it: the first <paramref name="count"/> of a stage, and those that are lent to one instruction.</summary>
internal sealed class LayeredFiles(LayerIndex layers, int count, IReadOnlyList<ImageLayer>? lent = null) : ImageFiles
{
    // Every program of an image asks for the same modules in the same places. Before most instructions nobody asks for anything.
    private ConcurrentDictionary<string, PathAnswer>? known;

    public override IEnumerable<Fact<string>> Open => All.Select(Opened).OfType<Fact<string>>();

    private IEnumerable<ImageLayer> All => lent is null ? layers.First(count) : layers.First(count).Concat(lent);

    public override IEnumerable<CopiedFile> CopiedUnder(string directory) => All.SelectMany(layer => layer.CopiedUnder(directory));

    // What a later layer puts in its place is another file; the layer below holds this one all the same.
    public override IEnumerable<Fact<string>> PathsOf(string source) => All.SelectMany(layer => layer.PathsOf(source));

    public override bool IsPutAt(string source, string path) =>
        layers.Putting(path, count).Any(layer => layer.PathsOf(source).Any(there => there.Value == path));

    public override PathAnswer Find(string path)
    {
        var answers = known ?? Interlocked.CompareExchange(ref known, new(1, 0, StringComparer.Ordinal), null) ?? known;
        return answers.GetOrAdd(path.Length > 1 ? path.TrimEnd('/') : path, full => Search(full, (layer, at) => layer.Find(at)));
    }

    public override PathAnswer FindSource(string path) =>
        Search(path.Length > 1 ? path.TrimEnd('/') : path, (layer, at) => layer.FindSource(at));

    private PathAnswer Search(string full, Func<ImageLayer, string, PathAnswer?> find)
    {
        var found = layers.Find(full, count, find);
        return (
                found?.Presence == Presence.Present
                    ? null
                    : lent?.Select(layer => find(layer, full)).LastOrDefault(open => open is not null)
            )
            ?? found
            ?? new PathAnswer(Presence.Absent, full);
    }

    public override Fact<string>? Named(string name) =>
        All.OfType<ImageLayer.Made>()
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
