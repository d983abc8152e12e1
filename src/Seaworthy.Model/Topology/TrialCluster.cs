using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Model.Topology;

/// <summary>A cluster on the machine itself, thrown away after the test: <c>kind create cluster</c>, <c>minikube start</c>, <c>k3d cluster create</c>, <c>docker swarm init</c>.</summary>
public static class TrialCluster
{
    // Actions that start a cluster on the runner.
    private static readonly HashSet<string> Makers = new(StringComparer.OrdinalIgnoreCase)
    {
        "medyagh/setup-minikube",
        "manusa/actions-setup-minikube",
        "helm/kind-action",
        "engineerd/setup-kind",
        "AbsaOSS/k3d-action",
        "nolar/setup-k3d-k3s",
        "jupyterhub/action-k3s-helm",
    };

    /// <summary>Whether the job makes the cluster that it then deploys to.</summary>
    public static bool IsMadeIn(PipelineJob job, Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(pipeline);
        return (pipeline.Declared is ShellScript script ? script.Commands : job.Steps.SelectMany(step => step.Commands)).Any(MakesCluster)
            || (
                pipeline.Declared is Workflow workflow
                && (
                    workflow.Job(job.Id)?.Steps.Any(step => step.Uses is { } uses && Makers.Contains(uses.Name)) is true
                    || job.Steps.SelectMany(step => step.Commands).Any(MakesSwarm)
                )
            );
    }

    /// <summary>On the runner of a workflow a swarm lives as long as the job; a script may make one that stays.</summary>
    private static bool MakesSwarm(ShellCommand command) =>
        command is { Program: "docker", Words: [_, { Literal: "swarm" }, { Literal: "init" }, ..] };

    private static bool MakesCluster(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        return line is { Program: "kind", Verb: "create" or "load" } or { Program: "minikube", Verb: "start" }
            || line is { Program: "k3d", Arguments: [{ Literal: "cluster" }, { Literal: "create" }, ..] };
    }
}
