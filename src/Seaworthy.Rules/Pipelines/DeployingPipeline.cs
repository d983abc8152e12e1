using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline with a job that brings a new version to where users reach it.</summary>
internal sealed record DeployingPipeline(Pipeline Pipeline, PipelineJob Job, PipelineStep Step)
{
    private static readonly string[] NoProduct = ["docs", "doc", "pages", "preview", "storybook", "demo", "example", "local", "dev"];

    public SourceFile File => Pipeline.Declared.File;

    public bool IsScript => Pipeline.Declared is ShellScript;

    /// <summary>The command that deploys, else the step.</summary>
    public SourceSpan Place =>
        Step.Purposes.FirstOrDefault(purpose => purpose.Intent == StepIntent.Deploy)?.Command.Span is { } span && span.File == File
            ? span
            : Step.Span;

    public static IEnumerable<DeployingPipeline> All(Deployment deployment)
    {
        foreach (var pipeline in deployment.Pipelines.Where(IsProduct))
        {
            foreach (var job in pipeline.Jobs.Where(job => job.NeverRunsBecause is null && !Names(job.Id)))
            {
                if (
                    job.Steps.FirstOrDefault(step => !step.RunsOnlyAfterFailure && step.Intents.Contains(StepIntent.Deploy)) is { } step
                    && step.Span.File == pipeline.Declared.File
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

    private static bool IsProduct(Pipeline pipeline) => !Names(pipeline.Declared.File.Name);

    private static bool Names(string text) =>
        text.ToLowerInvariant().Split(['-', '_', '.', ' ', '/'], StringSplitOptions.RemoveEmptyEntries).Any(NoProduct.Contains);
}
