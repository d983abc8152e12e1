using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Images;

/// <summary>The index of a stage's layers answers what asking every layer from the last one down would.</summary>
public sealed class LayerIndexTests
{
    private static readonly string[] Paths = ["/", "/a", "/a/b", "/a/b/c", "/a/bc", "/b", "/b/a", "/a/b/node_modules/x", "/c"];
    private static readonly SourceFile File = new("Dockerfile", new string('x', 1_000));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_path_before_every_layer(int seed)
    {
        Random random = new(seed);
        for (var round = 0; round < 100; round++)
        {
            LayerIndex index = new();
            List<ImageLayer> layers = [];
            for (var count = 0; count < 25; count++)
            {
                layers.Add(Layer(random, new SourceSpan(File, count, 1)));
                index.Add(layers[^1]);
            }

            foreach (var path in Paths)
            {
                for (var count = 0; count <= layers.Count; count++)
                {
                    Assert.Equal(One(layers.Take(count).Reverse(), path), index.Find(path, count, (layer, at) => layer.Find(at)));
                }
            }
        }
    }

    [Fact]
    public void Where_a_file_is_put()
    {
        LayerIndex index = new();
        index.Add(new ImageLayer.Made("/a/b", "x", new SourceSpan(File, 0, 1)));
        index.Add(new ImageLayer.Made("/a", "y", new SourceSpan(File, 1, 1)));
        LayeredFiles files = new(index, 1);

        Assert.True(files.IsPutAt("x", "/a/b"));
        Assert.False(files.IsPutAt("x", "/a"));
        Assert.False(files.IsPutAt("y", "/a"));
        Assert.True(new LayeredFiles(index, 2).IsPutAt("y", "/a"));
    }

    private static PathAnswer? One(IEnumerable<ImageLayer> lastFirst, string path)
    {
        var answers = lastFirst.Select(layer => layer.Find(path)).OfType<PathAnswer>().ToList();
        return answers.Find(answer => answer.Presence == Presence.Present)
            ?? answers.Find(answer => answer.Presence == Presence.Unknown)
            ?? answers.FirstOrDefault();
    }

    private static ImageLayer Layer(Random random, SourceSpan span)
    {
        var path = Paths[random.Next(Paths.Length)];
        var other = Paths[random.Next(Paths.Length)];
        return random.Next(9) switch
        {
            0 => new ImageLayer.Made(path, null, span),
            1 => new ImageLayer.Opened(path, "opened", span),
            2 => new ImageLayer.Opened(path, "opened", span) { Lacks = at => at == other },
            3 => new ImageLayer.Opened("/", "opened", span) { Lacks = at => at == other, LacksAs = other },
            4 => new ImageLayer.KeptOut(path, new PathAnswer(Presence.IgnoredByDocker, path), span),
            5 => new ImageLayer.OpenedEverywhere(path, "node_modules", "opened", span),
            6 => new ImageLayer.LeftOut(path, at => at == other && ImagePath.Inside(path, at) is not null, null, span),
            7 => new ImageLayer.Built(path, at => at == other && ImagePath.Inside(path, at) is not null, span),
            _ => new ImageLayer.Lent(new ImageLayer.Opened(path, "opened", span), [other], span),
        };
    }
}
