using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Go;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Php;
using Seaworthy.Reading.Linking.Ruby;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>Manifests and source files to components: which directories are pieces of software, and what each holds. A source file belongs to the deepest root above it.</summary>
internal static class ComponentLinker
{
    public static IReadOnlyList<Component> Link(Deployment deployment, CodeModules modules)
    {
        var manifests = deployment
            .Of<Manifest>()
            .Where(manifest => Declares(manifest) && !FilePurposes.Has(manifest.File.Path, FilePurpose.Retired))
            .ToLookup(Root, StringComparer.Ordinal);
        HashSet<string> roots = [.. manifests.Select(group => group.Key)];
        CompiledFiles compiled = new(deployment);
        var code = deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest && !FilePurposes.Has(file.File.Path, FilePurpose.Retired) && !compiled.LeaveOut(file))
            .ToLookup(file => DeepestRoot(file.File.Directory, roots), StringComparer.Ordinal);
        RouteLinker routes = new([.. deployment.Of<CodeFile>().Where(file => !file.IsTest)], modules, new CodeValues(modules));
        WebServerPaths servers = new(deployment);
        return
        [
            .. roots
                .Union(code.Select(group => group.Key), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(root =>
                    Complete(
                        deployment,
                        routes.Link(
                            Component(
                                root,
                                [.. manifests[root].OrderBy(manifest => MakesDocumentsOnly(manifest) ? 1 : 0)],
                                [.. code[root]]
                            ) with
                            {
                                Properties = JvmApplication.PropertiesOf(deployment, root),
                            }
                        ),
                        servers
                    )
                ),
        ];
    }

    private static Component Complete(Deployment deployment, Component component, WebServerPaths servers) =>
        RubyRoutes.Complete(deployment, PhpRoutes.Complete(deployment, JvmRoutes.Complete(deployment, component), servers), servers);

    private static Component Component(string root, IReadOnlyList<Manifest> manifests, IReadOnlyList<CodeFile> code)
    {
        var frameworks = Frameworks.Of(manifests);
        var isOnJvm =
            manifests.Any(manifest => manifest is JavaBuild) && code.Any(file => file.Language is Language.Java or Language.Kotlin);
        return new Component(Name(root, manifests), root)
        {
            Manifests = manifests,
            Code = code,
            // Beside the sources of a Java program stand scripts for the browser that it serves.
            Language = code.GroupBy(file => file.Language)
                .Where(group => group.Key is Language.Java or Language.Kotlin || !isOnJvm)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => (int)group.Key)
                .Select(group => (Language?)group.Key)
                .FirstOrDefault(),
            Frameworks = frameworks,
            UnreadFramework = Frameworks.Unread(manifests),
            IsStaticSite = Frameworks.MakeStaticSite(frameworks) && code.All(file => file.Listeners.Count == 0),
        };
    }

    /// <summary>A directory's name says more to a reader than a package's, which is often <c>my-app</c>; the root has only the package's.</summary>
    private static string Name(string root, IReadOnlyList<Manifest> manifests) =>
        root.Length > 0
            ? root
            : manifests
                // What is beside the documents goes by another name than theirs.
                .Where((manifest, index) => index == 0 || !MakesDocumentsOnly(manifest))
                .Select(manifest => manifest.Name?.Value)
                .FirstOrDefault(name => name is { Length: > 0 })
                ?? ".";

    private static bool MakesDocumentsOnly(Manifest manifest) => manifest is PackageJson { MakesDocumentsOnly: true };

    private static bool Declares(Manifest manifest) =>
        manifest switch
        {
            DotNetProject project => !project.IsImported,
            PyProject project => project.DeclaresProject,
            CargoManifest cargo => cargo.IsPackage,
            _ => true,
        };

    /// <summary><c>requirements/base.txt</c> describes the directory above.</summary>
    private static string Root(Manifest manifest) =>
        manifest is Requirements && RepositoryPath.NameOf(manifest.File.Directory) is "requirements"
            ? RepositoryPath.Parent(manifest.File.Directory)
            : manifest.File.Directory;

    private static string DeepestRoot(string directory, HashSet<string> roots) =>
        RepositoryPath.Ancestors(directory).FirstOrDefault(roots.Contains, "");
}
