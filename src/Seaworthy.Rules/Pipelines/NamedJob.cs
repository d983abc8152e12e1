using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job with the pipeline it belongs to.</summary>
internal sealed record NamedJob(Pipeline Pipeline, PipelineJob Job)
{
    public SourceFile File => Pipeline.Declared.File;

    /// <summary>As a report names it: <c>ci.yml: deploy</c>.</summary>
    public string Name => Job.Id.Length > 0 ? $"{File.Name}: {Job.Id}" : File.Path;

    public static IEnumerable<NamedJob> All(Deployment deployment) =>
        deployment.Pipelines.SelectMany(pipeline => pipeline.Jobs.Select(job => new NamedJob(pipeline, job)));

    /// <summary>The steps that use something, with the name of their job.</summary>
    public static IEnumerable<ActionUse> Uses(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        let uses = step.Uses
        where uses is not null
        select new ActionUse(step, uses, $"{workflow.File.Name}: {job.Id}");

    public bool Does(StepIntent intent) => Job.Steps.Any(step => !step.RunsOnlyAfterFailure && step.Intents.Contains(intent));

    /// <summary>Some step does more than print or send messages. A job that calls a workflow has those of that workflow.</summary>
    public bool DoesMoreThanTell => Job.Steps.Count == 0 || Job.Steps.Any(step => !IsTold(step));

    // What prepares for a step that acts does nothing by itself.
    private static bool IsTold(PipelineStep step) =>
        step.Commands.Count > 0
            ? step.Commands.All(command => command.Program is "echo" or "printf" or "exit" or "true" or ":" or "sleep" or "date")
            : step.Intents.Count > 0 && step.Intents.All(intent => intent is StepIntent.Notify or StepIntent.Checkout or StepIntent.SetUp);
}
