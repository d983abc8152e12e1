using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Whether images reach the nodes of a cluster without a registry, or get their names from a tool that builds them.</summary>
internal static class NodeLoads
{
    // Tools that build an image and write its tag into the manifest.
    private static readonly string[] Builders = ["skaffold.yaml", "Tiltfile", "devspace.yaml", "werf.yaml", ".tekton"];

    private static readonly PerDeployment<IReadOnlyList<ShellCommand>> Loads = new(deployment =>
        [.. ImageWriters.Commands(deployment).Where(PutsOnNode).Take(1)]
    );

    public static bool AreIn(Deployment deployment) =>
        Loads.Of(deployment).Count > 0 || Array.Exists(Builders, file => deployment.Tree.Has(file));

    /// <summary><c>kind load docker-image</c>, <c>minikube image load</c>, <c>k3s ctr images import</c>.</summary>
    private static bool PutsOnNode(ShellCommand command) =>
        command.Program switch
        {
            "kind" => command.Words is [_, { Literal: "load" }, ..],
            "minikube" => command.Words.Any(word => word.Literal is "image" or "docker-env" or "cache"),
            "k3d" => command.Words.Any(word => word.Literal is "import"),
            "ctr" or "k3s" or "microk8s" or "nerdctl" or "microk8s.ctr" => command.Words.Any(word => word.Literal is "import" or "load"),
            "eval" => command.Text.Contains("docker-env", StringComparison.Ordinal),
            _ => false,
        };
}
