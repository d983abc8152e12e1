using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

/// <summary>One relation that fails or never ends costs that relation.</summary>
public sealed class RelationsTests
{
    private readonly ConcurrentBag<Diagnostic> diagnostics = [];

    [Fact]
    public void A_relation_that_takes_too_many_steps_is_given_up_and_named()
    {
        Relations relations = new(diagnostics, steps: 1234);

        Assert.Empty(relations.Now(() => Endless.Link()));
        Assert.Equal([1], relations.Now(() => Small()));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((DiagnosticKind.LimitReached, true), (diagnostic.Kind, diagnostic.IsIncomplete));
        Assert.StartsWith("Endless was given up after 1,234 steps", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relation_that_does_its_work_side_by_side_has_one_limit_for_all_of_it()
    {
        Relations relations = new(diagnostics, steps: 100);
        int[] items = [.. Enumerable.Range(0, 20)];

        Assert.Empty(relations.Now(() => SideBySide.Select(items, _ => Work.Counted(new int[9]).Count)));
        Assert.Equal(9, relations.Now(() => SideBySide.Select(items[..9], _ => Work.Counted(new int[9]).Count)).Count);
        Assert.Equal(DiagnosticKind.LimitReached, Assert.Single(diagnostics).Kind);
    }

    [Fact]
    public void A_relation_that_fails_leaves_the_others()
    {
        Relations relations = new(diagnostics);

        Assert.Equal(7, relations.Now(() => int.Parse("seven", System.Globalization.CultureInfo.InvariantCulture), otherwise: 7));
        Assert.Equal([1], relations.Now(() => Small()));
        Assert.Equal(DiagnosticKind.LinkingCrashed, Assert.Single(diagnostics).Kind);
    }

    private static IReadOnlyList<int> Small() => [1];

    private static class Endless
    {
        public static IReadOnlyList<int> Link()
        {
            while (true)
            {
                Work.Take(1);
            }
        }
    }
}
