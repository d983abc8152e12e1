using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Names of one component that differ only in spelling.</summary>
internal static class TwoNamesLinker
{
    public static IReadOnlyList<TwoNames> Link(Deployment deployment) =>
        [.. deployment.Components.SelectMany(Of).Where(pair => !AreToldApart(deployment, pair))];

    /// <summary>Singular and plural, <c>ASSET_NAME</c> and <c>ASSET_NAMES</c>, where a document or an environment file has both.</summary>
    private static bool AreToldApart(Deployment deployment, TwoNames pair) =>
        (pair.One.Name + "S" == pair.Other.Name || pair.Other.Name + "S" == pair.One.Name)
        && deployment
            .Of<Document>()
            .Select(document => document.Variables)
            .Concat(
                deployment.Of<EnvFile>().Select(file => file.Entries.Select(entry => entry.Name.Value).ToHashSet(StringComparer.Ordinal))
            )
            .Any(names => names.Contains(pair.One.Name) && names.Contains(pair.Other.Name));

    private static IEnumerable<TwoNames> Of(Component component)
    {
        var reads = component.Code.SelectMany(file => file.EnvironmentReads).ToList();
        // A fallback uses both names on purpose.
        HashSet<string> chained = [.. reads.Where(read => read.Aliases.Count > 0).SelectMany(read => read.Aliases.Append(read.Name))];
        return reads
            .Where(read => !chained.Contains(read.Name))
            .GroupBy(read => SimilarName.Key(read.Name), StringComparer.Ordinal)
            .Select(same => same.DistinctBy(read => read.Name).OrderBy(read => read.Name, StringComparer.Ordinal).ToList())
            .Where(same => same.Count == 2 && same[0].Span.File != same[1].Span.File)
            .Select(same => new TwoNames(component, same[0], same[1]));
    }
}
