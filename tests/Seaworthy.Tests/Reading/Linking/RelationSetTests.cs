using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking;
using Seaworthy.Rules;
using Seaworthy.Tests.Tidy;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

/// <summary>Relations are worked out once, when something asks, each for itself.</summary>
public sealed partial class RelationSetTests
{
    private static readonly Deployment Empty = new() { Tree = new RepositoryTree([]), Artifacts = [] };

    [Fact]
    public void What_is_asked_for_is_listed_and_what_is_listed_is_asked_for()
    {
        var sources = SourceText.Product.Select(file => string.Join('\n', file.Lines)).ToList();
        var byName = sources.SelectMany(text => Asking().Matches(text)).Select(match => match.Groups[1].Value);
        // A property of the deployment asks when somebody reads it.
        var read = sources
            .SelectMany(text => Reading().Matches(text))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var byProperty = sources
            .SelectMany(text => Property().Matches(text))
            .Where(match => read.Contains(match.Groups[1].Value))
            .Select(match => match.Groups[2].Value);

        Assert.Equal(
            new AllRelations(new([], new([], [])))
                .List.Concat(OfRules())
                .Select(relation => relation.Of.Name)
                .Order(StringComparer.Ordinal),
            byName.Concat(byProperty).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void One_beside_a_rule_is_asked_for_by_that_rule_alone()
    {
        var askers = SourceText
            .Product.SelectMany(file =>
                Asking().Matches(string.Join('\n', file.Lines)).Select(match => new { file.Path, Of = match.Groups[1].Value })
            )
            .ToLookup(asker => asker.Of, asker => Folder(asker.Path));
        var homes = SourceText
            .Under("src/Seaworthy.Rules", "*.cs")
            .SelectMany(TopLevelType.In)
            .ToLookup(type => type.Name, type => Folder(type.File));
        var wrong = OfRules()
            .Select(relation => relation.Of.Name)
            .Where(name => askers[name].Distinct(StringComparer.Ordinal).ToList() is not [var only] || !homes[name].SequenceEqual([only]))
            .Select(name =>
                $"{name} is asked for in {string.Join(", ", askers[name])} and stands in {string.Join(", ", homes[name])}: what several rules ask for goes to Linking"
            );

        Assert.Empty(wrong);
    }

    [Fact]
    public void It_is_worked_out_once_whoever_asks()
    {
        var count = 0;
        var set = Set(
            [],
            new Relation<string>(_ =>
            {
                Interlocked.Increment(ref count);
                return ["a"];
            })
        );

        Parallel.For(0, 100, _ => Assert.Equal(["a"], set.All<string>(Empty)));

        Assert.Equal(1, count);
    }

    [Fact]
    public void Each_deployment_has_links_of_its_own()
    {
        var count = 0;
        Relation<string> declared = new(_ => [$"{Interlocked.Increment(ref count)}"]);

        Assert.Equal(["1"], Set([], declared).All<string>(Empty));
        Assert.Equal(["2"], Set([], declared).All<string>(Empty));
    }

    [Fact]
    public void One_that_nothing_asks_for_is_not_worked_out()
    {
        var set = Set([], new Relation<string>(_ => ["a"]), new Relation<Version>(_ => throw new InvalidOperationException()));

        Assert.Equal(["a"], set.All<string>(Empty));
    }

    [Fact]
    public void A_crash_costs_that_relation_and_is_reported()
    {
        ConcurrentBag<Diagnostic> report = [];
        var set = Set(report, new Relation<string>(_ => throw new InvalidOperationException()), new Relation<Version>(_ => [new(1, 0)]));

        Assert.Empty(set.All<string>(Empty));
        Assert.Single(set.All<Version>(Empty));
        Assert.Equal("String failed with InvalidOperationException. This is a fault of Seaworthy.", Assert.Single(report).Message);
    }

    [Fact]
    public void A_circle_names_its_chain()
    {
        RelationSet? set = null;
        ConcurrentBag<Diagnostic> report = [];
        set = Set(
            report,
            new Relation<string>(known => [.. set!.All<Version>(known).Select(version => version.ToString())]),
            new Relation<Version>(known => [.. set!.All<string>(known).Select(text => new Version(text))])
        );

        Assert.Empty(set.All<string>(Empty));
        Assert.Contains(report, diagnostic => diagnostic.Trace?.Contains("String → Version → String", StringComparison.Ordinal) is true);
    }

    [Fact]
    public void A_circle_that_two_threads_enter_at_two_ends_is_refused()
    {
        RelationSet? set = null;
        ConcurrentBag<Diagnostic> report = [];
        using Barrier both = new(2);
        set = Set(
            report,
            new Relation<string>(known =>
            {
                both.SignalAndWait(TimeSpan.FromMinutes(1));
                return [.. set!.All<Version>(known).Select(version => version.ToString())];
            }),
            new Relation<Version>(known =>
            {
                both.SignalAndWait(TimeSpan.FromMinutes(1));
                return [.. set!.All<string>(known).Select(text => new Version(text))];
            })
        );
        Thread other = new(() => set.All<Version>(Empty)) { IsBackground = true };
        Thread one = new(() => set.All<string>(Empty)) { IsBackground = true };

        other.Start();
        one.Start();

        Assert.True(one.Join(TimeSpan.FromMinutes(1)) && other.Join(TimeSpan.FromMinutes(1)));
        Assert.Contains("Relations ask in a circle: ", Assert.Single(report).Trace, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_relation_costs_is_not_charged_to_the_one_that_asks()
    {
        RelationSet? set = null;
        ConcurrentBag<Diagnostic> report = [];
        set = new RelationSet(
            [
                new Relation<string>(known => [Cost(90) + set!.All<Version>(known).Count]),
                new Relation<Version>(_ => [new(1, int.Parse(Cost(90), CultureInfo.InvariantCulture))]),
            ],
            new Relations(report, steps: 100)
        );

        Assert.Equal(["901"], set.All<string>(Empty));
        Assert.Empty(report);
    }

    [Fact]
    public void What_was_worked_out_is_told_with_who_asked_first()
    {
        RelationSet? set = null;
        set = Set(
            [],
            new Relation<string>(known => [.. set!.All<Version>(known).Select(version => version.ToString())]),
            new Relation<Version>(_ => [new(1, 0), new(2, 0)]),
            new Relation<Uri>(_ => [])
        );

        Assert.Equal(2, Asker.As("ports/some-rule", () => set.All<string>(Empty)).Count);
        Assert.Equal(2, Asker.As("ports/later-rule", () => set.All<Version>(Empty)).Count);

        Assert.Equal(
            ["String, asked for by ports/some-rule: 2", "Version, asked for by String: 2"],
            set.Runs.Select(run => $"{run.Name}, asked for by {run.Asker}: {run.Links}")
        );
        Assert.All(set.Runs, run => Assert.InRange(run.Own, TimeSpan.Zero, run.Took));
    }

    [Fact]
    public void Reading_a_repository_joins_what_tells_of_files_and_no_more()
    {
        var deployment = Linked.Repository(("Dockerfile", "FROM alpine:3.22\nCMD [\"sleep\", \"1\"]\n"));

        var told = (deployment.Relations?.Runs ?? []).Select(run => run.Name).ToList();

        Assert.Contains(nameof(PathUse), told);
        Assert.DoesNotContain(nameof(SparePart), told);
        Assert.DoesNotContain(nameof(Capability), told);
        Assert.DoesNotContain(nameof(EndpointUse), told);
    }

    private static string Cost(int steps)
    {
        Work.Take(steps);
        return steps.ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Relation> OfRules() => AllRules.List.SelectMany(rule => rule.Relations);

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    private static RelationSet Set(ConcurrentBag<Diagnostic> report, params Relation[] relations) => new(relations, new Relations(report));

    [GeneratedRegex(@"\.All<(\w+)>\(\)")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:[dD]eployment|known|running)\s*\.(\w+)")]
    private static partial Regex Reading();

    [GeneratedRegex(@"public \S+ (\w+) => All<(\w+)>\(\)")]
    private static partial Regex Property();
}
