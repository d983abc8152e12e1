using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job of a workflow on a machine that GitHub makes for it, and the commands of its steps with their directories.</summary>
internal sealed record HostedJob(Workflow Workflow, WorkflowJob Job)
{
    // Actions that bring programs or data, and build or install nothing of the repository.
    private static readonly string[] BringNothing =
    [
        "actions/checkout",
        "actions/setup-",
        "actions/upload-artifact",
        "actions/github-script",
        "docker/",
        "aws-actions/",
        "azure/login",
        "google-github-actions/auth",
        "google-github-actions/setup-gcloud",
        "gittools/",
        "codecov/",
        "dorny/",
    ];

    public string Name => $"{Workflow.File.Name}: {Job.Id}";

    public static IEnumerable<HostedJob> All(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job is { RunsOn.IsHosted: true, Container: null }
        select new HostedJob(workflow, job);

    /// <summary>In order; none for an action, and for a shell that is not read.</summary>
    public IEnumerable<CommandSite> CommandsOf(WorkflowStep step, Deployment deployment) =>
        step.Run is { } run ? deployment.CommandsIn(Workflow.File).Where(site => run.Span.Holds(site.Span)) : [];

    /// <summary>Those of the step's script, and those that an action of it runs on another machine.</summary>
    public IEnumerable<CommandSite> AllCommandsOf(WorkflowStep step, Deployment deployment) =>
        step.RemoteCommands.Count == 0
            ? CommandsOf(step, deployment)
            : deployment.CommandsIn(Workflow.File).Where(site => step.RemoteCommands.Any(command => command.Span.Holds(site.Span)));

    /// <summary>What has run in the job when a command of a step starts.</summary>
    public JobPast Before(WorkflowStep step, SourceSpan command)
    {
        var earlier = Job.Steps.TakeWhile(other => other != step).ToList();
        return new JobPast(
            earlier,
            [.. earlier.Append(step).SelectMany(other => other.Run?.Commands ?? []).Where(other => other.Span.Start < command.Start)]
        );
    }

    /// <summary>An action that is not known to bring nothing: a cache, an artifact, one of the repository.</summary>
    public static bool MayBring(WorkflowStep step) =>
        step.Uses is { } uses && !Array.Exists(BringNothing, name => uses.Name.StartsWith(name, StringComparison.Ordinal));
}
