namespace Seaworthy.Model.Topology;

/// <summary>Names of hosts, whatever the case of their letters. Targets of one declaration have nearly the same: what they have in common is held once.</summary>
public sealed class HostNames
{
    private readonly Dictionary<string, int> counts;
    private readonly IReadOnlyDictionary<string, int> without;

    private HostNames(Dictionary<string, int> counts, IReadOnlyDictionary<string, int> without)
    {
        this.counts = counts;
        this.without = without;
    }

    public static HostNames None { get; } = Of([]);

    public static HostNames Of(IEnumerable<string> names) => new(Count(names), new Dictionary<string, int>());

    /// <summary>The same but for some of them, each as often as it is given.</summary>
    public HostNames Without(IEnumerable<string> names) => new(counts, Count(names));

    public bool Contains(string name) => counts.GetValueOrDefault(name) > without.GetValueOrDefault(name);

    private static Dictionary<string, int> Count(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts;
    }
}
