using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Names that nothing reads, by what they may have been meant for: a name is held against those of its own kind, not against all.</summary>
internal sealed class NearNames
{
    private readonly Dictionary<string, List<SuppliedVariable>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SuppliedVariable>> byKeeper = new(StringComparer.OrdinalIgnoreCase);

    private readonly NameMarks marks;

    public NearNames(IReadOnlyList<SuppliedVariable> unread, KeptNames kept, NameMarks marks)
    {
        this.marks = marks;
        foreach (var variable in unread.DistinctBy(variable => variable.Name))
        {
            foreach (var key in marks.Of(variable.Name))
            {
                Add(byKey, key, variable);
            }

            if (kept.VariableOf(variable.Name) is { } keeper)
            {
                Add(byKeeper, keeper, variable);
            }
        }
    }

    /// <summary>Of several names alike none is taken: nobody can tell which was meant.</summary>
    public SuppliedVariable? To(string name)
    {
        if (byKey.Count == 0)
        {
            return null;
        }

        var alike = marks
            .Of(name)
            .SelectMany(key => byKey.GetValueOrDefault(key) ?? [])
            .Where(variable => SimilarName.Means(name, variable.Name))
            .Concat(byKeeper.GetValueOrDefault(name) ?? [])
            .DistinctBy(variable => variable.Name)
            .Take(2)
            .ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    private static void Add(Dictionary<string, List<SuppliedVariable>> places, string key, SuppliedVariable variable) =>
        (places.TryGetValue(key, out var found) ? found : places[key] = []).Add(variable);
}
