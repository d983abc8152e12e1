using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Files that Argo CD or Flux keeps in force: a change in the cluster is undone at the next sync.</summary>
internal static class Delivered
{
    private static readonly PerDeployment<IReadOnlyList<PathUse>> Paths = new(deployment =>
        [.. deployment.Paths.Where(use => use is { Role: PathRole.DeliveredPath, Answer.Presence: Presence.Present, IsConditional: false })]
    );

    /// <summary>Who delivers the file, with the place of the path; null where nobody does.</summary>
    public static PathUse? By(SourceFile file, Deployment deployment) =>
        Paths.Of(deployment).FirstOrDefault(use => Holds(use, file, deployment));

    /// <summary>Argo CD takes the manifests of the directory itself; those below it through a kustomization, as Flux does.</summary>
    /// <remarks>Source: Argo CD documentation, "Directory", <c>recurse</c> (default false).</remarks>
    private static bool Holds(PathUse use, SourceFile file, Deployment deployment) =>
        RepositoryPath.Join("", use.Path.TrimStart('/')) is { } directory
        && (
            file.Directory == directory
            || (
                directory.Length > 0
                && file.IsBelow(directory)
                && (use.Subject.StartsWith("Kustomization", StringComparison.Ordinal) || deployment.In<Kustomization>(directory).Any())
            )
        );
}
