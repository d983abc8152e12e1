using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Tests.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Ledger;

/// <summary>What a crash leaves, at every line of the ledger.</summary>
public sealed class HistoryTests
{
    private static readonly DeployPlan Plan = Planner.Of(
        Projects.Input(
            Projects.Render(Projects.Shop, ("PASSWORD", "s3cr3t")).Project,
            new ObservedState([Projects.Proxy("p"), Projects.Running("db", 1, "db"), Projects.Running("web", 1, "old")]),
            2
        )
    );

    [Fact]
    public void Nothing_serves_after_the_project_was_taken_down_and_its_numbers_are_not_used_again()
    {
        History history = new([.. Whole(), new LedgerEntry(default, LedgerEvent.TakenDown)]);

        Assert.NotNull(new History(Whole()).Current);
        Assert.Null(history.Current);
        Assert.Equal(new History(Whole()).NextRelease, history.NextRelease);
        Assert.Null(history.Unfinished);
    }

    [Fact]
    public void Cut_at_any_line_it_goes_back_before_the_promotion_and_forward_after_it()
    {
        var lines = Whole();
        var promotion = lines.FindIndex(entry => entry.Event == LedgerEvent.Promoted);
        for (var count = 1; count < lines.Count; count++)
        {
            var unfinished = new History(lines[..count]).Unfinished;

            Assert.NotNull(unfinished);
            Assert.Equal(count > promotion, unfinished.IsPromoted);
            if (!unfinished.IsPromoted)
            {
                var begun = lines[..count].Where(entry => entry.Event == LedgerEvent.StepBegun).Select(entry => entry.Step ?? "").Reverse();
                Assert.Equal(begun, unfinished.Steps.Select(step => step.Id));
            }
        }

        Assert.Null(new History(lines).Unfinished);
    }

    [Fact]
    public void An_undo_that_was_cut_goes_on_where_it_was()
    {
        List<LedgerEntry> lines = [.. Whole().TakeWhile(entry => entry.Step != "watch"), Entry(LedgerEvent.UndoDone, "switch/web")];

        var unfinished = new History(lines).Unfinished;

        Assert.DoesNotContain(unfinished?.Steps ?? [], step => step.Id == "switch/web");
        Assert.Contains(unfinished?.Steps ?? [], step => step.Id == "start/web");
    }

    [Fact]
    public void A_line_that_was_cut_is_none()
    {
        var text = string.Concat(Whole().Select(LedgerLines.Write));

        for (var length = 0; length < text.Length; length += 17)
        {
            Assert.True(LedgerLines.Read(text[..length]).Count <= text[..length].Count(letter => letter == '\n') + 1);
        }

        Assert.Equal(Whole().Count, LedgerLines.Read(text).Count);
    }

    [Fact]
    public void No_line_holds_a_secret_or_a_command()
    {
        var text = string.Concat(Whole().Select(LedgerLines.Write));

        Assert.DoesNotContain("s3cr3t", text, StringComparison.Ordinal);
        Assert.DoesNotContain("docker create", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rollback_goes_to_the_release_before_and_not_to_the_one_that_it_left()
    {
        ReleaseRecord one = Release(1, "shop-web-1");
        ReleaseRecord two = Release(2, "shop-web-2");
        ReleaseRecord back = one with { Number = 3, RollbackTo = 1 };
        History history = new([Promoted(one), Promoted(two), Promoted(back)]);

        Assert.Equal(1, new History([Promoted(one), Promoted(two)]).Before(two)?.Number);
        Assert.Null(history.Before(back));
        Assert.Equal(4, history.NextRelease);
    }

    private static List<LedgerEntry> Whole()
    {
        List<LedgerEntry> entries = [Entry(LedgerEvent.Begun, null) with { Steps = Plan.Steps }];
        foreach (var step in Plan.Steps)
        {
            entries.Add(Entry(LedgerEvent.StepBegun, step.Id));
            if (step.Kind == StepKind.Promote)
            {
                entries.Add(Promoted(Release(2, "shop-web-2")));
            }

            entries.Add(Entry(LedgerEvent.StepDone, step.Id));
        }

        entries.Add(Entry(LedgerEvent.Finished, null));
        return entries;
    }

    private static LedgerEntry Entry(LedgerEvent what, string? step) => new(DateTimeOffset.UnixEpoch, what) { Release = 2, Step = step };

    private static LedgerEntry Promoted(ReleaseRecord release) =>
        new(DateTimeOffset.UnixEpoch, LedgerEvent.Promoted) { Release = release.Number, Record = release };

    private static ReleaseRecord Release(int number, string container) =>
        new(number) { Services = new Dictionary<string, ServiceRecord> { ["web"] = new("i", "c") { Containers = [container] } } };
}
