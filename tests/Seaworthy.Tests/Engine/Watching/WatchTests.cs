using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Watching;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Watching;

public sealed class WatchTests
{
    private const string Sound = "services:\n  api:\n    image: a:1\n";
    private const string Broken = "services:\n  api:\n    image: a:1\n  api:\n    image: a:2\n";

    [Fact]
    public void Every_change_is_held_against_the_audit_before_it()
    {
        var told = Watched(
            [Sound, Broken, Broken, Sound],
            [
                ["compose.yaml"],
                ["compose.yaml"],
                ["compose.yaml"],
            ]
        );

        Assert.Equal(["1 broken", "nothing", "1 fixed"], told.Select(change => Said(change.Comparison)));
    }

    [Fact]
    public void What_git_ignores_is_no_change()
    {
        var told = Watched(
            [Sound, Broken],
            [
                ["node_modules/a/index.js"],
                ["dist/b.js", "compose.yaml"],
            ]
        );

        Assert.Equal(["compose.yaml"], Assert.Single(told).Paths);
    }

    [Fact]
    public void A_change_that_the_system_could_not_tell_is_one() =>
        Assert.Single(
            Watched(
                [Sound, Broken],
                [
                    [DirectoryChanges.Anything],
                ]
            )
        );

    [Fact]
    public void An_audit_that_cannot_begin_is_made_up_for_at_the_next_change()
    {
        var told = Watched(
            [Sound, null, Broken],
            [
                ["compose.yaml"],
                ["compose.yaml"],
            ]
        );

        Assert.Equal("1 broken", Said(Assert.Single(told).Comparison));
        Assert.False(new Watch(() => null, () => null).Run(_ => Assert.Fail("there is no report"), (_, _) => { }));
    }

    private static string Said(Comparison comparison) =>
        string.Join(
            ", ",
            new[] { ChangeKind.Broken, ChangeKind.Fixed }
                .Select(kind => (Kind: kind, Count: comparison.With(kind).Count()))
                .Where(told => told.Count > 0)
                .Select(told => $"{told.Count} {told.Kind.ToString().ToLowerInvariant()}")
                .DefaultIfEmpty("nothing")
        );

    /// <param name="texts">The compose file at each audit; null for one that cannot begin.</param>
    /// <param name="changes">What is told to have changed.</param>
    private static List<(IReadOnlyList<string> Paths, Comparison Comparison)> Watched(
        IReadOnlyList<string?> texts,
        IReadOnlyList<IReadOnlyList<string>> changes
    )
    {
        Queue<string?> waiting = new(texts);
        Queue<IReadOnlyList<string>> source = new(changes);
        List<(IReadOnlyList<string>, Comparison)> told = [];
        Watch watch = new(() => Audited(waiting.Dequeue()), () => source.TryDequeue(out var next) ? next : null);
        Assert.True(watch.Run(_ => { }, (paths, comparison) => told.Add((paths, comparison))));
        return told;
    }

    private static Report? Audited(string? text)
    {
        if (text is null)
        {
            return null;
        }

        using MemoryRepository repository = new([new("compose.yaml", text), new(".gitignore", "node_modules/\ndist/\n")]);
        return Audit.Run(repository);
    }
}
