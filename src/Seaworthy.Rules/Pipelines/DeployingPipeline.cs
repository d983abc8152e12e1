using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline with a job that brings a new version to where users reach it.</summary>
internal sealed record DeployingPipeline(Pipeline Pipeline, PipelineJob Job, PipelineStep Step)
{
    private static readonly string[] NoProduct = ["docs", "doc", "pages", "preview", "storybook", "demo", "example", "local", "dev"];

    // They keep the versions before, and have a command that returns to one of them.
    private static readonly string[] VersionKeepers = ["helm", "kamal", "heroku", "fly", "flyctl", "dokku"];

    // Actions that start a cluster on the runner.
    private static readonly HashSet<string> ClusterMakers = new(StringComparer.OrdinalIgnoreCase)
    {
        "medyagh/setup-minikube",
        "manusa/actions-setup-minikube",
        "helm/kind-action",
        "engineerd/setup-kind",
        "AbsaOSS/k3d-action",
        "nolar/setup-k3d-k3s",
    };

    public SourceFile File => Pipeline.Declared.File;

    // Workflows have a directory of their own; scripts of one name stand in many.
    public string Name => IsScript ? File.Path : File.Name;

    public bool IsScript => Pipeline.Declared is ShellScript;

    /// <summary>The command that deploys, else the step.</summary>
    public SourceSpan Place =>
        Step.Purposes.LastOrDefault(purpose => purpose.Intent == StepIntent.Deploy)?.Command.Span is { } span && span.File == File
            ? span
            : Step.Span;

    /// <summary>What it deploys with has a way back of its own: <c>helm rollback</c>, <c>kamal rollback</c>, <c>heroku rollback</c>…</summary>
    public bool KeepsVersions =>
        Job.Steps.SelectMany(step => step.Purposes).Where(purpose => purpose.Intent == StepIntent.Deploy).ToList()
            is { Count: > 0 } deploying
        && deploying.TrueForAll(purpose => VersionKeepers.Contains(CommandLine.Of(purpose.Command).Program));

    /// <summary>Pages of GitHub: a site that is made of the sources anew, most often of documentation.</summary>
    public bool PublishesPages =>
        Step.Purposes.Count == 0
        && $"{Step.Name} {Step.Span.Text}" is var text
        && (
            text.Contains("GitHub Pages", StringComparison.OrdinalIgnoreCase)
            || text.Contains("gh-pages", StringComparison.OrdinalIgnoreCase)
            || text.Contains("github-pages", StringComparison.OrdinalIgnoreCase)
            || text.Contains("deploy-pages", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>It makes the ground that something runs on, of which no version is kept: what was applied before is applied again from its commit.</summary>
    public bool MakesGround =>
        Job.Steps.SelectMany(step => step.Purposes).Where(purpose => purpose.Intent == StepIntent.Deploy).ToList()
            is { Count: > 0 } deploying
        && deploying.TrueForAll(purpose => CommandLine.Of(purpose.Command).Program is "terraform" or "tofu" or "terragrunt" or "pulumi");

    public static IEnumerable<DeployingPipeline> All(Deployment deployment)
    {
        foreach (var pipeline in deployment.Pipelines.Where(IsProduct))
        {
            foreach (var job in pipeline.Jobs.Where(job => job.NeverRunsBecause is null && !Names(job.Id)))
            {
                if (
                    job.Steps.LastOrDefault(step => !step.RunsOnlyAfterFailure && Deploys(step, deployment)) is { } step
                    && step.Span.File == pipeline.Declared.File
                    && !MakesCluster(pipeline, job)
                )
                {
                    yield return new DeployingPipeline(pipeline, job, step);
                    break;
                }
            }
        }
    }

    /// <summary>The jobs that end before the deploying one, itself included.</summary>
    public IEnumerable<PipelineJob> Before()
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        Queue<string> open = new([Job.Id]);
        while (open.TryDequeue(out var id))
        {
            if (
                seen.Add(id)
                && Pipeline.Jobs.FirstOrDefault(job => string.Equals(job.Id, id, StringComparison.OrdinalIgnoreCase)) is { } job
            )
            {
                yield return job;
                foreach (var need in job.Needs)
                {
                    open.Enqueue(need);
                }
            }
        }
    }

    /// <summary>A cluster on the machine itself, thrown away after the test: <c>kind create cluster</c>, <c>minikube start</c>, <c>k3d cluster create</c>, <c>docker swarm init</c>.</summary>
    private static bool MakesCluster(Pipeline pipeline, PipelineJob job) =>
        (pipeline.Declared is ShellScript script ? script.Commands : job.Steps.SelectMany(step => step.Commands)).Any(MakesCluster)
        || (
            pipeline.Declared is Workflow workflow
            && (
                workflow.Job(job.Id)?.Steps.Any(step => step.Uses is { } uses && ClusterMakers.Contains(uses.Name)) is true
                || job.Steps.SelectMany(step => step.Commands).Any(MakesSwarm)
            )
        );

    /// <summary>On the runner of a workflow a swarm lives as long as the job; a script may make one that stays.</summary>
    private static bool MakesSwarm(ShellCommand command) =>
        command is { Program: "docker", Words: [_, { Literal: "swarm" }, { Literal: "init" }, ..] };

    private static bool MakesCluster(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        return line is { Program: "kind", Verb: "create" or "load" } or { Program: "minikube", Verb: "start" }
            || line is { Program: "k3d", Arguments: [{ Literal: "cluster" }, { Literal: "create" }, ..] };
    }

    /// <summary>Charts of others are what the product stands on, not the product.</summary>
    private static bool Deploys(PipelineStep step, Deployment deployment) =>
        step.Intents.Contains(StepIntent.Deploy)
        && (
            step.Purposes.Where(purpose => purpose.Intent == StepIntent.Deploy).ToList() is not { Count: > 0 } purposes
            || !purposes.TrueForAll(purpose =>
                KnownCommand.Of(purpose.Command).OfType<HelmCommand>().Any(helm => IsOfOthers(helm, deployment))
            )
        );

    /// <summary><c>repository/name</c> of a chart that is not made here, and is told no image.</summary>
    private static bool IsOfOthers(HelmCommand helm, Deployment deployment) =>
        helm.Chart?.Literal is { } chart
        && chart.Split('/') is [not ("" or "." or ".."), var name]
        && !helm.Values.Any(value => value.Name.Contains("image", StringComparison.OrdinalIgnoreCase))
        && !deployment
            .Of<HelmChart>()
            .Any(own =>
                own.Name?.Value == name || own.File.Directory == name || own.File.Directory.EndsWith("/" + name, StringComparison.Ordinal)
            );

    private static bool IsProduct(Pipeline pipeline) => !Names(pipeline.Declared.File.Name) && !SidePlace.IsSkill(pipeline.Declared.File);

    private static bool Names(string text) =>
        text.ToLowerInvariant().Split(['-', '_', '.', ' ', '/'], StringSplitOptions.RemoveEmptyEntries).Any(NoProduct.Contains);
}
