using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Workflows and deploy scripts to pipelines: ordered steps with what each means to do.</summary>
internal static class PipelineLinker
{
    public static IReadOnlyList<Pipeline> Link(Deployment deployment)
    {
        WorkflowPipelines workflows = new(deployment);
        return
        [
            .. deployment.Of<Workflow>().Where(workflow => !workflow.IsUnstarted).Select(workflows.Pipeline),
            .. GitLabPipelines.Of([.. deployment.Of<GitLabPipeline>()]),
            .. deployment.Of<CommandPipeline>().Select(Plain),
            .. deployment.Of<ShellScript>().Where(IsDeployScript).Select(Script),
        ];
    }

    private static Pipeline Plain(CommandPipeline pipeline) => new(pipeline.System, pipeline, [.. pipeline.Stages.Select(Job)]);

    private static PipelineJob Job(CommandStage stage)
    {
        var used = stage.Uses.SelectMany(use => IntentNames.Of(use.Value));
        return new PipelineJob(stage.Name, [], [PipelineSteps.Of(stage.Name, used, stage.Commands, stage.Span)], stage.Span)
        {
            AnyBranchAt = stage.AnyBranchAt,
        };
    }

    // Other scripts start containers too, for development; only those that say so deploy.
    private static bool IsDeployScript(ShellScript script) =>
        IntentNames.Of(script.File.Name).Contains(StepIntent.Deploy)
        && CommandIntents.Of(script.Commands, isOnServer: true).Any(command => command.Intent == StepIntent.Deploy);

    private static Pipeline Script(ShellScript script)
    {
        var steps = CommandIntents
            .Of(script.Commands, isOnServer: true)
            .Select(found => new PipelineStep(
                found.Command.Span.Line,
                [found.Intent],
                [found.Command],
                found.Command.Directory,
                found.Command.Span
            )
            {
                Purposes = [found],
            });
        return new Pipeline(script.File.Name, script, [new PipelineJob("", [], [.. steps], script.File.Whole)]);
    }
}
