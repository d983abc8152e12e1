using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>What <c>docker buildx bake</c> builds: <c>docker-bake.hcl</c> or <c>docker-bake.json</c>.</summary>
/// <param name="Targets">As written; one with a matrix stands for each of its combinations.</param>
/// <remarks>Source: Docker documentation, "Bake file reference".</remarks>
public sealed record BakeFile(SourceFile File, IReadOnlyList<BakeTarget> Targets) : Artifact(File)
{
    // Chains are short; a circle ends here too.
    private const int DepthLimit = 8;

    /// <summary>The targets that build something of their own, with all that they inherit. Those that others inherit are there for that.</summary>
    public IEnumerable<BakeTarget> Builds
    {
        get
        {
            var parents = Targets.SelectMany(target => target.Inherits).ToHashSet(StringComparer.Ordinal);
            var byName = Targets.ToLookup(target => target.Name, StringComparer.Ordinal);
            return Targets
                .Where(target => !parents.Contains(target.Name) && !target.Name.StartsWith('_'))
                .Select(target => Complete(target, byName, DepthLimit));
        }
    }

    private static BakeTarget Complete(BakeTarget target, ILookup<string, BakeTarget> byName, int depth) =>
        depth == 0
            ? target
            : target
                .Inherits.Reverse()
                .SelectMany(name => byName[name].Take(1))
                .Aggregate(target, (whole, parent) => whole.Over(Complete(parent, byName, depth - 1)));
}
