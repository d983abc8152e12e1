using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The networks that the projects of a repository make, by the names under which others may ask for them.</summary>
internal sealed class MadeNetworks
{
    private readonly ILookup<string?, Numbered> byActualName;
    private readonly ILookup<string, Numbered> byKey;

    public MadeNetworks(IEnumerable<MadeNetwork> networks)
    {
        var numbered = networks.Select((network, number) => new Numbered(network, number)).ToList();
        byActualName = numbered.ToLookup(one => one.Made.Actual, StringComparer.Ordinal);
        byKey = numbered.ToLookup(one => one.Made.Network.Name.Value, StringComparer.Ordinal);
    }

    public MadeNetwork? Named(string name) => byActualName[name].FirstOrDefault()?.Made;

    /// <summary>Another project that makes a network under the same key, or that has this name but for its project's prefix, means this one.</summary>
    public MadeNetwork? Meant(ComposeStack stack, ComposeNetwork network, string name) =>
        Keys(network, name)
            .Where(key => key != "default")
            .Select(key => byKey[key].FirstOrDefault(other => other.Made.Stack.Name != stack.Name))
            .OfType<Numbered>()
            .MinBy(other => other.Number)
            ?.Made;

    private static IEnumerable<string> Keys(ComposeNetwork network, string name)
    {
        yield return network.Name.Value;
        yield return name;
        for (var at = name.IndexOf('_', StringComparison.Ordinal); at >= 0; at = name.IndexOf('_', at + 1))
        {
            yield return name[(at + 1)..];
        }
    }

    private sealed record Numbered(MadeNetwork Made, int Number);
}
