using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A kustomization that leaves the images of its manifests as they are written.</summary>
/// <remarks>Source: Kustomize documentation, "The Kustomization File": images, resources.</remarks>
internal static class PlainKustomization
{
    private const int MostLevels = 8;

    /// <summary>The manifests that it applies; null when it may change their images.</summary>
    public static IReadOnlyList<string>? Files(CommandSite site, ShellWord directory, Deployment deployment)
    {
        if (
            site.Variables.Value(directory) is not { } written
            || site.Directories is not [var start]
            || RepositoryPath.Join(start, written) is not { } path
        )
        {
            return null;
        }

        List<string> files = [];
        return Collect(path, deployment, files, 0) ? files : null;
    }

    private static bool Collect(string directory, Deployment deployment, List<string> files, int level)
    {
        if (
            level > MostLevels
            || deployment.In<Kustomization>(directory).FirstOrDefault()
                is not { Images: [], Patches: [], Components: [], HasMore: false } found
        )
        {
            return false;
        }

        foreach (var resource in found.Resources.Concat(found.Bases))
        {
            if (RepositoryPath.Join(directory, resource.Value) is not { } path)
            {
                return false;
            }

            if (deployment.Tree.HasFile(path))
            {
                files.Add(path);
            }
            else if (!Collect(path, deployment, files, level + 1))
            {
                return false;
            }
        }

        return true;
    }
}
