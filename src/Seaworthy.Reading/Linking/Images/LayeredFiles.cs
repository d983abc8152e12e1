using System.Collections.Concurrent;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>A file system as the layers that made it: the first <paramref name="count"/> of a stage, and those that are lent to one instruction.</summary>
internal sealed class LayeredFiles(LayerIndex layers, int count, IReadOnlyList<ImageLayer>? lent = null) : ImageFiles
{
    // A thousand images may start one script of a thousand programs: what is kept for each of them must not grow with the product.
    private const int MostKnown = 500;

    // Every program of an image asks for the same modules in the same places. Before most instructions nobody asks for anything.
    private ConcurrentDictionary<string, PathAnswer>? known;

    private int kept;

    public override IEnumerable<Fact<string>> Open => All.Select(Opened).OfType<Fact<string>>();

    private IEnumerable<ImageLayer> All => lent is null ? layers.First(count) : layers.First(count).Concat(lent);

    public override IEnumerable<CopiedFile> CopiedUnder(string directory) => All.SelectMany(layer => layer.CopiedUnder(directory));

    // A later layer may replace it with another file; the layer below still holds this one.
    public override IEnumerable<Fact<string>> PathsOf(string source) => All.SelectMany(layer => layer.PathsOf(source));

    public override bool IsPutAt(string source, string path) =>
        layers.Putting(path, count).Any(layer => layer.PathsOf(source).Any(there => there.Value == path));

    public override PathAnswer Find(string path)
    {
        var answers = known ?? Interlocked.CompareExchange(ref known, new(1, 0, StringComparer.Ordinal), null) ?? known;
        var full = path.Length > 1 ? path.TrimEnd('/') : path;
        if (answers.TryGetValue(full, out var answer))
        {
            return answer;
        }

        answer = Search(full, (layer, at) => layer.Find(at));
        return Interlocked.Increment(ref kept) <= MostKnown ? answers.GetOrAdd(full, answer) : answer;
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
