using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>What a workload is given, by name: the last of a name wins.</summary>
internal sealed class GivenVariables
{
    private readonly List<SuppliedVariable> all;
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, int>> lastInAnyCase;

    public GivenVariables(List<SuppliedVariable> all)
    {
        this.all = all;
        for (var at = 0; at < all.Count; at++)
        {
            last[all[at].Name] = at;
        }

        lastInAnyCase = new Lazy<Dictionary<string, int>>(() =>
        {
            Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
            for (var at = 0; at < all.Count; at++)
            {
                places[all[at].Name] = at;
            }

            return places;
        });
    }

    /// <summary>What serves for one of these reads; null when nothing does.</summary>
    public SuppliedVariable? For(IReadOnlyList<EnvironmentRead> reads)
    {
        var found = reads.Max(read =>
            Math.Max(Place(read.Name, read), read.Aliases.Select(alias => Place(alias, read)).DefaultIfEmpty(-1).Max())
        );
        return found < 0 ? null : all[found];
    }

    private int Place(string name, EnvironmentRead read) => (read.IgnoresCase ? lastInAnyCase.Value : last).GetValueOrDefault(name, -1);
}
