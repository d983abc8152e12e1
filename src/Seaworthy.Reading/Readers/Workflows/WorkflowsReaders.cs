using Seaworthy.Reading.Readers.Pipelines;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>The readers of CI workflows and pipelines.</summary>
internal static class WorkflowsReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new WorkflowReader(),
        new MisplacedWorkflowReader(),
        new CompositeActionReader(),
        new DependabotReader(),
        new GitLabPipelineReader(),
        new CircleCiReader(),
        new AzurePipelineReader(),
        new CloudBuildReader(),
        new BuildspecReader(),
        new GoReleaserReader(),
        new BakeReader(),
        new BitbucketPipelineReader(),
        new JenkinsfileReader(),
    ];
}
