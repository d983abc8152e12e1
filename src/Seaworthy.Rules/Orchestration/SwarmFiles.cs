using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Compose files for a Swarm cluster, which reads some keys differently.</summary>
internal static class SwarmFiles
{
    /// <summary>By its name or directory, by its content, or by a command that deploys it to a cluster.</summary>
    public static bool Hold(ComposeFile file, Deployment deployment) =>
        file.File.Name.Contains("stack", StringComparison.OrdinalIgnoreCase)
        || file.File.Name.Contains("swarm", StringComparison.OrdinalIgnoreCase)
        // For Kompose, or for the Kubernetes that `docker stack deploy` once knew.
        || file.File.Name.Contains("k8s", StringComparison.OrdinalIgnoreCase)
        || file.File.Directory.Split('/').Contains("swarm", StringComparer.OrdinalIgnoreCase)
        || SwarmWords.ChoosesNode(file.File)
        || SwarmWords.TellsDeployment(file.File, StringComparison.OrdinalIgnoreCase)
        || deployment.Commands.Any(site =>
            site.Known.OfType<DockerCommand>().Any(docker => docker.Verb == "stack deploy")
            && site.Command.Words.Any(word => word.Literal?.EndsWith(file.File.Name, StringComparison.Ordinal) == true)
        );
}
