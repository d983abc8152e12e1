using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline with a job that deploys a new version for users.</summary>
internal sealed record DeployingPipeline(Pipeline Pipeline, PipelineJob Job, PipelineStep Step)
{
    private static readonly NameIndex<PipelineJob> Ids = new(job => job.Id, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] NoProduct = ["docs", "doc", "pages", "preview", "storybook", "demo", "example", "local", "dev"];

    public SourceFile File => Pipeline.Declared.File;

    // Workflows share one directory; scripts of one name are in many.
    public string Name => IsScript ? File.Path : File.Name;

    public bool IsScript => Pipeline.Declared is ShellScript;

    /// <summary>The command that deploys, else the step.</summary>
    public SourceSpan Place =>
        Step.Purposes.LastOrDefault(purpose => purpose.Intent == StepIntent.Deploy)?.Command.Span is { } span && span.File == File
            ? span
            : Step.Span;

    /// <summary>Of each pipeline the last step that deploys, in the first job that does.</summary>
    public static IEnumerable<DeployingPipeline> All(Deployment deployment) =>
        from deploying in Steps(deployment)
        group deploying by deploying.Pipeline into same
        let last = same.GroupBy(deploying => deploying.Job)
            .Select(ofJob => ofJob.Last())
            .FirstOrDefault(deploying => deploying.Step.Span.File == deploying.File)
        where last is not null
        select last;

    /// <summary>Every step that deploys.</summary>
    public static IEnumerable<DeployingPipeline> Steps(Deployment deployment) =>
        from pipeline in deployment.Pipelines
        where IsProduct(pipeline) && !FirstBoot.Runs(pipeline.Declared.File, deployment)
        from job in pipeline.Jobs
        where job.NeverRunsBecause is null && !Names(job.Id) && !TrialCluster.IsMadeIn(job, pipeline)
        from step in job.Steps
        where !step.RunsOnlyAfterFailure && Deploys(step, deployment)
        select new DeployingPipeline(pipeline, job, step);

    /// <summary>The jobs that end before the deploying one, itself included.</summary>
    public IEnumerable<PipelineJob> Before()
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        Queue<string> open = new([Job.Id]);
        while (open.TryDequeue(out var id))
        {
            if (seen.Add(id) && Ids.Find(Pipeline.Jobs, id) is { } job)
            {
                yield return job;
                foreach (var need in job.Needs)
                {
                    open.Enqueue(need);
                }
            }
        }
    }

    /// <summary>Third-party charts and manifests are not the product.</summary>
    private static bool Deploys(PipelineStep step, Deployment deployment)
    {
        var commands = step.Purposes.Where(purpose => purpose.Intent == StepIntent.Deploy).Select(purpose => purpose.Command).ToList();
        return step.Intents.Contains(StepIntent.Deploy)
            && (
                commands.Count > 0
                    ? !commands.TrueForAll(command => IsRehearsed(command) || ForeignSoftware.IsApplied(command, deployment))
                    : !step.Commands.Any(IsRehearsed)
            );
    }

    /// <summary>It is a dry run: <c>./deploy.sh --dry-run all</c>.</summary>
    private static bool IsRehearsed(ShellCommand command) =>
        command.Words.Any(word => word.Literal is "--dry-run" or "--dry-run=client" or "--dry-run=server" or "--dryrun");

    private static bool IsProduct(Pipeline pipeline) => !Names(pipeline.Declared.File.Name) && !SidePlace.IsSkill(pipeline.Declared.File);

    private static bool Names(string text) =>
        text.ToLowerInvariant().Split(['-', '_', '.', ' ', '/'], StringSplitOptions.RemoveEmptyEntries).Any(NoProduct.Contains);
}
