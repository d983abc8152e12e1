using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A file that makes a cluster of a release of its own: <c>exec.Command("k3d", "create", "--image", k3sImage)</c>, or a service that runs one.</summary>
public static class ClusterMaker
{
    private static readonly string[] Makers =
    [
        "\"k3d\", \"create\"",
        "\"k3d\", \"cluster\"",
        "\"kind\", \"create\"",
        "\"minikube\", \"start\"",
        "rancher/k3s",
        "kindest/node",
    ];

    /// <summary>Where it does; null for a file that makes none.</summary>
    public static SourceSpan? In(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var maker in Makers)
        {
            if (file.Text.IndexOf(maker, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new SourceSpan(file, at, maker.Length);
            }
        }

        return null;
    }
}
