using Seaworthy.Engine;
using Seaworthy.Model;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Fuzz.Engine;

/// <summary>
/// Twice as many of one thing are twice the work. It is counted, not measured by a clock: the bytes that an audit allocates, and the items of a deployment that each rule looks at.
/// </summary>
[Collection(nameof(Measured))]
public sealed class LargeTreeTests
{
    private const double Allowed = 2.3;

    // A rule that looks a few times at each item of a relation is in proportion: this leaves out those that hardly look at anything.
    private const int Negligible = 5_000;

    public static TheoryData<string> Kinds => [.. LargeTrees.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_audit_of_twice_as_much_allocates_twice_as_much(string kind)
    {
        using var small = Tree(kind, 400);
        using var large = Tree(kind, 800);
        // What is made on first use belongs to no tree.
        Audit.Run(small);

        var once = Allocated(() => Audit.Run(small));
        var twice = Allocated(() => Audit.Run(large));

        Assert.True(twice <= once * Allowed, $"{kind}: {once:N0} bytes for 400, {twice:N0} for 800");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_looks_at_twice_as_much_where_there_is_twice_as_much(string kind)
    {
        var once = Looks(kind, 300);
        var twice = Looks(kind, 600);

        Assert.Empty(
            AllRules
                .List.Select(
                    (rule, at) =>
                        new
                        {
                            rule.Info.Id,
                            Once = once[at],
                            Twice = twice[at],
                        }
                )
                .Where(rule => rule.Twice > Negligible && rule.Twice > rule.Once * Allowed)
                .Select(rule => $"{rule.Id}: {rule.Once:N0} looks at 300, {rule.Twice:N0} at 600")
        );
    }

    private static List<long> Looks(string kind, int count)
    {
        using var repository = Tree(kind, count);
        LookCount looks = new();
        var deployment = CountedDeployment.Of(
            new DeploymentReader(ofRules: AllRules.List.SelectMany(rule => rule.Relations)).Read(repository).Deployment,
            looks
        );
        return [.. AllRules.List.Select(rule => Looks(rule, deployment, looks))];
    }

    private static long Looks(Rule rule, Deployment deployment, LookCount looks)
    {
        looks.Reset();
        Assert.NotNull(rule.Judge(deployment).ToList());
        return looks.Value;
    }

    private static long Allocated(Action work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static MemoryRepository Tree(string kind, int count) => new(LargeTrees.All[kind](count));
}
