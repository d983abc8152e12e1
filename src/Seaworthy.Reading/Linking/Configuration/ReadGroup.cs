using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>All places at which the source of components reads one variable.</summary>
internal sealed record ReadGroup(IReadOnlyList<EnvironmentRead> Reads)
{
    /// <summary>In the order of the names.</summary>
    public static IReadOnlyList<ReadGroup> Of(IReadOnlyList<Component> components, IEnumerable<EnvironmentRead> others)
    {
        BuildReplacements build = new(components);
        return
        [
            .. components
                .SelectMany(component => component.Code)
                .SelectMany(file => file.EnvironmentReads)
                .Select(build.Mark)
                .Concat(others)
                .GroupBy(read => read.Name, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ReadGroup([.. group])),
        ];
    }
}
