using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Tests that create their own cluster, to which the manifests below them are applied: <c>exec.Command("k3d", "create", "--image", k3sImage)</c>.</summary>
internal static class TestCluster
{
    /// <summary>Where a test above the manifest creates the cluster; otherwise null.</summary>
    public static SourceSpan? For(SourceFile manifest, Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Where(file => file.IsTest && file.File.Directory.Length > 0 && manifest.IsBelow(file.File.Directory))
            .Select(file => ClusterMaker.In(file.File) ?? Composed(file.File.Directory, deployment))
            .FirstOrDefault(place => place is not null);

    /// <summary>A Compose file below the tests that runs the cluster.</summary>
    private static SourceSpan? Composed(string directory, Deployment deployment) =>
        deployment
            .Of<ComposeFile>()
            .Where(file => file.File.IsBelow(directory))
            .Select(file => ClusterMaker.In(file.File))
            .FirstOrDefault(place => place is not null);
}
