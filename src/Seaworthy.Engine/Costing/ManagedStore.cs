namespace Seaworthy.Engine.Costing;

/// <summary>A store that a provider runs itself: somebody else patches it and keeps it up.</summary>
/// <param name="Service">As the provider calls it.</param>
/// <param name="Engines">The public images in whose place it stands.</param>
/// <param name="Plans">From the smallest to the largest.</param>
/// <param name="Storage">A GB of disk for a month; null where it keeps its data in memory.</param>
public sealed record ManagedStore(string Service, IReadOnlyList<string> Engines, IReadOnlyList<ManagedPlan> Plans, Price? Storage)
{
    public IEnumerable<Price> Prices => [.. Plans.Select(plan => plan.Price), .. new[] { Storage }.OfType<Price>()];

    /// <summary>The smallest that is large enough; of what is larger than all, as many of the largest as it takes.</summary>
    public (int Count, ManagedPlan Plan) PlanFor(decimal processors, decimal memory)
    {
        if (Plans.FirstOrDefault(plan => plan.Processors >= processors && plan.Memory >= memory) is { } enough)
        {
            return (1, enough);
        }

        var largest = Plans[^1];
        return ((int)Math.Max(Math.Ceiling(processors / largest.Processors), Math.Ceiling(memory / largest.Memory)), largest);
    }
}
