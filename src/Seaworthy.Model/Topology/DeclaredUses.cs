using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Files that compose files, Dockerfiles and kustomizations name are parts of those, wherever they lie. What pipelines and scripts name may be for a test.</summary>
public sealed class DeclaredUses
{
    private static readonly PerDeployment<DeclaredUses> Made = new(deployment => new DeclaredUses(deployment));

    private readonly UsedPaths used;

    private DeclaredUses(Deployment deployment)
    {
        List<PathUse> uses = [.. deployment.Paths.Where(use => IsDeclared(deployment, use) && !IsContent(deployment.Tree, use))];
        used = new UsedPaths(deployment.Tree, []);
        // What a file in a side place names is used once that file is.
        for (var count = -1; used.Count > count; )
        {
            count = used.Count;
            used = new UsedPaths(deployment.Tree, uses.Where(use => !IsAside(use.Span.File)));
        }
    }

    public static DeclaredUses Of(Deployment deployment) => Made.Of(deployment);

    /// <summary>What is left of a path for its directories' names to say something about it; null for a file that is named itself.</summary>
    public string? Part(string path) =>
        used.HasFile(path) ? null
        : used.Around(path).FirstOrDefault() is { } directory ? path[(directory.Length + 1)..]
        : path;

    private static bool IsDeclared(Deployment deployment, PathUse use) =>
        use.Span.File.Path is var path
        && (
            deployment.At<ComposeFile>(path) is not null
            || deployment.At<Dockerfile>(path) is not null
            || deployment.At<Kustomization>(path) is not null
        );

    /// <summary>A directory that is copied or mounted whole: documentation to be served, data.</summary>
    private static bool IsContent(RepositoryTree tree, PathUse use) =>
        use.Role is PathRole.CopySource or PathRole.BindSource && tree.HasDirectory(UsedPaths.PathOf(tree, use));

    private bool IsAside(SourceFile file) =>
        Part(file.Path) is { } path
        && (
            SidePlace.IsRetired(file)
            || (SidePlace.RetiredIn(path) ?? SidePlace.VendoredIn(path) ?? SidePlace.SampleIn(path) ?? SidePlace.TestIn(path)) is not null
        );
}
