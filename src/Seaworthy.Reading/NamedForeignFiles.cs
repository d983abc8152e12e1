using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Readers.Compose;

namespace Seaworthy.Reading;

/// <summary>
/// Files of foreign directories that a file of the repository names: a compose file in <c>testdata</c> that a workflow starts, a Dockerfile in <c>fixtures</c> that a service is built from.
/// </summary>
internal sealed class NamedForeignFiles
{
    private readonly RepositoryTree tree;
    private readonly UsedPaths used;
    private readonly HashSet<string> composeDirectories;

    private NamedForeignFiles(Deployment deployment)
    {
        tree = deployment.Tree;
        used = new UsedPaths(
            tree,
            deployment.Paths.Where(IsOfForeign),
            CopySources.Patterns(deployment).Concat(NamedComposeFiles.Of(deployment, _ => false))
        );
        // By their usual names, in the directory that the command works in.
        composeDirectories =
        [
            .. deployment
                .ComposeCalls.Where(call => !call.NamesFiles)
                .SelectMany(call => call.Site.Directories)
                .Where(directory => ForeignFiles.DirectoryOf(tree, directory + "/") is not null),
        ];
    }

    /// <param name="deployment">As it is without them.</param>
    /// <param name="passedOver">Paths of foreign directories that readers accept.</param>
    public static IReadOnlyList<string> Of(Deployment deployment, IEnumerable<string> passedOver)
    {
        NamedForeignFiles named = new(deployment);
        return [.. passedOver.Where(named.Holds)];
    }

    private bool IsOfForeign(PathUse use)
    {
        var path = UsedPaths.PathOf(tree, use);
        // All packages, or all input of tests, go into an image for what needs them; a single directory of them is the software itself.
        var needsPart = use.Role is PathRole.CopySource or PathRole.BindSource;
        return ForeignFiles.DirectoryOf(tree, needsPart ? path : path + "/") is not null;
    }

    private bool Holds(string path) =>
        used.HasFile(path)
        || (composeDirectories.Contains(RepositoryPath.Parent(path)) && ComposeContent.IsNamed(RepositoryPath.NameOf(path)))
        || used.Around(path).Any(directory => ForeignFiles.DirectoryOf(tree, path, directory) is null);
}
