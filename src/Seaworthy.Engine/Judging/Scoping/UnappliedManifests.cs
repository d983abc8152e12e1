using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Judging.Scoping;

/// <summary>Manifests that nothing in the repository applies, while a pipeline deploys the software otherwise: an older way, or somebody's own cluster.</summary>
internal static class UnappliedManifests
{
    // Programs that bring manifests to a cluster; a document that names one tells people to.
    private static readonly string[] Appliers =
    [
        "kubectl",
        "helm",
        "helmfile",
        "kustomize",
        "oc",
        "argocd",
        "flux",
        "skaffold",
        "tilt",
        "werf",
        "kapp",
        "devspace",
        "k9s",
        "minikube",
        "terraform",
        "pulumi",
        "ansible-playbook",
    ];

    private static readonly string[] Words = ["kubectl", "helm ", "argocd", "Argo CD", "minikube", "kustomize"];

    // Parts of the names of actions that do.
    private static readonly string[] Actions = ["k8s", "kube", "helm", "argo", "gke", "aks", "eks", "flux", "kustomize"];

    private static readonly PerDeployment<Answer> Answers = new(deployment => new Answer(Find(deployment)));

    /// <summary>Why manifests of this repository are not what is deployed; null when they may be.</summary>
    public static string? Because(Deployment deployment) => Answers.Of(deployment).Because;

    private static string? Find(Deployment deployment) =>
        deployment.Commands.Any(site => Array.Exists(Appliers, program => site.Command.Program == program))
        || deployment.WorkflowSteps.Any(step =>
            step.Uses is { } action && Array.Exists(Actions, part => action.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
        )
        || deployment.Of<KubernetesManifest>().Any(manifest => manifest.Objects.Any(one => one is GitDelivery))
        || deployment.Of<Document>().Any(document => Array.Exists(Words, document.File.Mentions))
            ? null
        : deployment.Pipelines.FirstOrDefault(IsAutomatic) is { } other
            ? $"Nothing here applies the manifests, and {other.Declared.File.Path} deploys otherwise."
        : null;

    /// <summary>It deploys at a push; a script is one way beside others.</summary>
    private static bool IsAutomatic(Pipeline pipeline) => pipeline.Declared is not ShellScript && pipeline.Jobs.Any(job => job.Deploys);

    private sealed record Answer(string? Because);
}
