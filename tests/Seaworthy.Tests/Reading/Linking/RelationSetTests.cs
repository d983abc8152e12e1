using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Source;
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
        var asked = SourceText
            .Product.SelectMany(file => Asking().Matches(string.Join('\n', file.Lines)))
            .Select(match => match.Groups[1].Value);

        Assert.Equal(
            new AllRelations(new([])).List.Concat(OfRules()).Select(relation => relation.Of.Name).Order(StringComparer.Ordinal),
            asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
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

    private static IEnumerable<Relation> OfRules() => AllRules.List.SelectMany(rule => rule.Relations);

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    private static RelationSet Set(ConcurrentBag<Diagnostic> report, params Relation[] relations) => new(relations, new Relations(report));

    [GeneratedRegex(@"\.All<(\w+)>\(\)")]
    private static partial Regex Asking();
}
