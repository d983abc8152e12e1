using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>What the source of components reads from the environment, by name: many workloads may run one component.</summary>
internal sealed class ComponentReads
{
    private readonly Dictionary<object, ILookup<string, EnvironmentRead>> known = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<EnvironmentRead> Of(Component component, string variable)
    {
        if (!known.TryGetValue(component, out var reads))
        {
            reads = component.Code.SelectMany(file => file.EnvironmentReads).ToLookup(read => read.Name, StringComparer.Ordinal);
            known.Add(component, reads);
        }

        return reads[variable];
    }
}
