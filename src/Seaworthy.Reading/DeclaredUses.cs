using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading;

/// <summary>Files that compose files, Dockerfiles and kustomizations name are parts of those, wherever they lie. What pipelines and scripts name is run, unless it is for a test.</summary>
public sealed class DeclaredUses
{
    private static readonly PerDeployment<DeclaredUses> Made = new(deployment => new DeclaredUses(deployment));

    private readonly UsedPaths used;
    private readonly UsedPaths run;

    private DeclaredUses(Deployment deployment)
    {
        List<PathUse> all = [.. deployment.Paths.Where(use => !UsedPaths.IsContent(deployment.Tree, use))];
        List<PathUse> uses = [.. all.Where(use => IsDeclared(deployment, use))];
        used = new UsedPaths(deployment.Tree, []);
        // What a file in a side place names is used once that file is.
        for (var count = -1; used.Count > count; )
        {
            count = used.Count;
            used = new UsedPaths(deployment.Tree, uses.Where(use => !IsAside(use.Span.File)));
        }

        run = new UsedPaths(deployment.Tree, all.Where(use => !IsAside(use.Span.File)), NamedComposeFiles.Of(deployment, IsAside));
    }

    /// <summary>A command or a pipeline loads or starts it. By its directories' names it may still be a test.</summary>
    public bool IsRun(string path) =>
        run.HasFile(path) || run.Around(path).Any(directory => !FilePurposes.Has(path[(directory.Length + 1)..], FilePurpose.Shown));

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

    private bool IsAside(SourceFile file) =>
        Part(file.Path) is { } path && (SidePlace.IsRetired(file) || FilePurposes.Has(path, FilePurpose.Aside | FilePurpose.Vendored));
}
