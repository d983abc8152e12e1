using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Tests that make a cluster of a release of their own: what lies below them is applied there, <c>exec.Command("k3d", "create", "--image", k3sImage)</c>.</summary>
internal static class TestCluster
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

    /// <summary>Where a test that has the manifest below its directory makes the cluster; null where none does.</summary>
    public static SourceSpan? For(SourceFile manifest, Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Where(file => file.IsTest && file.File.Directory.Length > 0 && manifest.IsBelow(file.File.Directory))
            .Select(file => Made(file.File) ?? Composed(file.File.Directory, deployment))
            .FirstOrDefault(place => place is not null);

    /// <summary>A Compose file below the tests that runs the cluster.</summary>
    private static SourceSpan? Composed(string directory, Deployment deployment) =>
        deployment
            .Of<ComposeFile>()
            .Where(file => file.File.IsBelow(directory))
            .Select(file => Made(file.File))
            .FirstOrDefault(place => place is not null);

    private static SourceSpan? Made(SourceFile file)
    {
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
