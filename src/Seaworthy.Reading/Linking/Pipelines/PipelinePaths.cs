using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The paths that workflows name themselves: working directories, local actions and workflows, lock files for caches.</summary>
internal sealed class PipelinePaths
{
    // Files that people write, and no build makes.
    private static readonly string[] WrittenEndings = [".yml", ".yaml", ".conf", ".sh", "Dockerfile", "Makefile", "Caddyfile"];

    private static readonly SearchValues<char> Patterns = SearchValues.Create("*?[!{$");

    private readonly Deployment deployment;
    private readonly Workspaces workspaces;

    private PipelinePaths(Deployment deployment)
    {
        this.deployment = deployment;
        workspaces = Workspaces.Of(deployment);
    }

    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        PipelinePaths paths = new(deployment);
        return deployment
            .Of<Workflow>()
            .SelectMany(workflow => paths.Of(workflow).Concat(TriggerPaths.Of(deployment.Tree, workflow)))
            .Concat(deployment.Of<CommandPipeline>().SelectMany(pipeline => Pods(pipeline, deployment.Tree)));
    }

    /// <summary>Jenkins reads the file from the root of the repository before it starts the agent, so no command can make it.</summary>
    /// <remarks>Source: Jenkins Kubernetes plugin, README, "Declarative Pipeline", yamlFile; KubernetesDeclarativeAgentScript, <c>readTrusted</c>.</remarks>
    private static IEnumerable<PathUse> Pods(CommandPipeline pipeline, RepositoryTree tree) =>
        from pod in pipeline.PodFiles
        where pod.Value.Length > 0 && !pod.Value.AsSpan().ContainsAny(Patterns)
        select new PathUse(PathRole.CommandInput, pod.Value, pod.Span, pipeline.File.Path, tree.Look(pod.Value)) { Tool = "yamlFile" };

    private IEnumerable<PathUse> Of(Workflow workflow) =>
        workflow
            .Jobs.SelectMany(job => Of(workflow, job))
            .DistinctBy(use => new
            {
                use.Role,
                use.Subject,
                use.Answer.Looked,
                use.Answer.Presence,
            });

    private IEnumerable<PathUse> Of(Workflow workflow, WorkflowJob job)
    {
        var subject = $"{workflow.File.Name}: {job.Id}";
        if (job.Uses is { Kind: ActionReferenceKind.Local } called)
        {
            yield return new PathUse(PathRole.Action, called.Raw, called.Span, subject, deployment.Tree.Look(called.Path));
        }

        foreach (var use in DockerfileInputs.Of(deployment.Tree, job, subject))
        {
            yield return use;
        }

        foreach (var step in job.Steps)
        {
            foreach (var use in DockerfileInputs.Of(deployment.Tree, step, subject))
            {
                yield return Placed(use, step);
            }

            if (step.Uses is { Kind: ActionReferenceKind.Local } local && Action(local, step, subject) is { } action)
            {
                yield return action;
            }

            if (step is { Run: not null, WorkingDirectory: { } directory })
            {
                foreach (var use in WorkingDirectory(workflow, job, step, directory))
                {
                    yield return use;
                }
            }

            foreach (var use in Sent(step, subject))
            {
                yield return use;
            }

            foreach (var use in CachePaths.Of(deployment.Tree, step, subject))
            {
                yield return Placed(use, step);
            }
        }
    }

    // A step that uses an action of the repository needs a checkout before; what other steps make may hold actions, too.
    private PathUse? Action(ActionReference local, WorkflowStep step, string subject)
    {
        var answer = new[] { "action.yml", "action.yaml", "Dockerfile" }.Any(name =>
            deployment.Tree.HasFile(RepositoryPath.Join(local.Path, name) ?? "")
        )
            ? new PathAnswer(Presence.Present, local.Path)
            : deployment.Tree.Look(local.Path);
        if (answer.Presence == Presence.Present && !deployment.Tree.HasDirectory(local.Path))
        {
            return null;
        }

        if (
            answer.Presence == Presence.Present
            && deployment
                .Tree.FilesIn(local.Path)
                .All(file =>
                    !file.Path.Contains("/action.y", StringComparison.Ordinal)
                    && RepositoryPath.NameOf(file.Path) is not ("Dockerfile" or "action.yml" or "action.yaml")
                )
        )
        {
            answer = new PathAnswer(Presence.Absent, $"{local.Path}/action.yml");
        }

        return Placed(new PathUse(PathRole.Action, local.Raw, local.Span, subject, answer), step);
    }

    private IEnumerable<PathUse> WorkingDirectory(Workflow workflow, WorkflowJob job, WorkflowStep step, ExpressionTemplate directory)
    {
        foreach (var value in JobValues.Of(directory, workflow, job, step) ?? [])
        {
            var written = value.Trim();
            var path = new CommandPath(PathRole.WorkingDirectory, written, directory.Span) { IsSource = false };
            var point = workspaces.At(step);
            if (written.Length > 0 && PathLookup.Find(deployment.Tree, path, [""], point, isAssumed: false) is { } answer)
            {
                yield return new PathUse(PathRole.WorkingDirectory, written, directory.Span, $"{workflow.File.Name}: {job.Id}", answer)
                {
                    IsConditional = point?.IsConditional == true,
                };
            }
        }
    }

    /// <summary>What a step sends to a server by name. A pattern may match nothing.</summary>
    /// <remarks>Source: appleboy/scp-action, README, "source"; a name that is not there is left out of what is sent.</remarks>
    private IEnumerable<PathUse> Sent(WorkflowStep step, string subject)
    {
        if (step.Uses?.Name != "appleboy/scp-action" || step.Input("source") is not { Literal: { } written } source)
        {
            yield break;
        }

        var point = workspaces.At(step);
        foreach (var name in written.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var path = name.Trim('"', '\'');
            var isWritten = WrittenEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));
            if (
                !path.AsSpan().ContainsAny(Patterns)
                && PathLookup.Find(
                    deployment.Tree,
                    new CommandPath(PathRole.CommandInput, path, source.Span) { IsSource = isWritten },
                    [""],
                    point,
                    isAssumed: false
                )
                    // Most of what is sent a step before has made.
                    is { Presence: not Presence.Unknown } answer
            )
            {
                yield return new PathUse(PathRole.CommandInput, path, source.Span, subject, answer)
                {
                    Tool = "scp-action",
                    IsConditional = point?.IsConditional == true,
                };
            }
        }
    }

    private PathUse Placed(PathUse use, WorkflowStep step)
    {
        var point = workspaces.At(step);
        var why = point?.OtherTreeBecause ?? point?.MayBeMade(use.Answer.Looked, isSource: true);
        return use with
        {
            Answer =
                use.Answer.IsMissing && why is not null ? new PathAnswer(Presence.Unknown, use.Answer.Looked, Why: why)
                : use.Answer.Presence == Presence.OtherCase && point?.Around.IgnoresCase == true
                    ? new PathAnswer(Presence.Present, use.Answer.Looked)
                : use.Answer,
            IsConditional = point?.IsConditional == true,
        };
    }
}
