using System.Runtime.CompilerServices;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>What depends on nothing of a workload but its components: many workloads may run the same.</summary>
internal sealed class PerComponents<T>(Func<IReadOnlyList<Component>, T> make)
{
    private readonly Dictionary<IReadOnlyList<Component>, T> known = new(new SameComponents());

    public T Of(Workload workload)
    {
        if (!known.TryGetValue(workload.Components, out var made))
        {
            made = make(workload.Components);
            known.Add(workload.Components, made);
        }

        return made;
    }

    private sealed class SameComponents : IEqualityComparer<IReadOnlyList<Component>>
    {
        public bool Equals(IReadOnlyList<Component>? one, IReadOnlyList<Component>? other) =>
            one is not null && other is not null && one.SequenceEqual(other, ReferenceEqualityComparer.Instance);

        public int GetHashCode(IReadOnlyList<Component> components)
        {
            HashCode hash = new();
            foreach (var component in components)
            {
                hash.Add(RuntimeHelpers.GetHashCode(component));
            }

            return hash.ToHashCode();
        }
    }
}
