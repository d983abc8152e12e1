using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking;

/// <summary>The staircase: facts of single files become one deployment. Nothing is joined here: each relation is, when it is asked for.</summary>
internal static class Linker
{
    /// <param name="tree">Every path.</param>
    /// <param name="artifacts">What each file says.</param>
    /// <param name="diagnostics">Takes what could not be joined, whenever that is found.</param>
    /// <param name="outside">What somebody tells of the world outside: it closes what the tree leaves open.</param>
    /// <param name="ofRules">The relations of single rules, beside the shared ones.</param>
    public static Deployment Link(
        RepositoryTree tree,
        IReadOnlyList<Artifact> artifacts,
        ConcurrentBag<Diagnostic> diagnostics,
        OutsideFacts? outside = null,
        IEnumerable<Relation>? ofRules = null
    )
    {
        Relations relations = new(diagnostics);
        var own = relations.Now(() => RenderedCharts.Without(artifacts), artifacts);
        CodeModules modules = new([.. own.OfType<CodeFile>()], new ScriptNames(own.OfType<TsConfig>(), own.OfType<PackageJson>()));
        return new Deployment
        {
            Tree = tree,
            Artifacts = own,
            Outside = outside ?? OutsideFacts.None,
            Relations = new RelationSet(new AllRelations(modules).List.Concat(ofRules ?? []), relations),
        };
    }
}
