using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Documentation;

/// <summary>No document describes how the software is deployed.</summary>
internal sealed class DeploymentNotDescribed : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "documentation/deployment-not-described",
            Title = "Undocumented deployment",
            Area = Area.Documentation,
            Severity = Severity.Low,
            CapabilityWeight = 7,
            Certainty = Certainty.Likely,
            Rationale = "Newcomers have to find out how it is deployed, and what to do when it fails.",
            Holds = "A document describes how the software is deployed.",
        };

    protected override CapabilityKind Kind => CapabilityKind.DeploymentText;

    protected override string Doubt => "Whether a document describes the deployment";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"No README or other document describes the deployment or the start in production ({Way(deployment)}).";

    protected override string Partial(Capability capability, Deployment deployment) =>
        "The documents describe the deployment, but not what to do when a release fails: none covers rollback, restore, incidents or troubleshooting.";

    protected override string Remedy(Capability capability) =>
        "Add a section to README.md: what is deployed where and by what, which variables it needs, how to check it, how to roll back.";

    protected override CommandText Check(Capability capability) => $"git grep -niE 'deploy|docker compose up' -- '*.md'   # must find one";

    /// <summary>How it is deployed: by a job, else by a file for a cluster or platform, else only as an image that a job pushes.</summary>
    private static string Way(Deployment deployment)
    {
        var ways = deployment.Scale.Because.Select(way => way.Value).ToList();
        var deploying = deployment.Pipelines.FirstOrDefault(pipeline => ways.Contains(pipeline.Declared.File.Path) && Deploys(pipeline));
        return deploying is not null ? $"{deploying.Declared.File.Path} deploys it"
            : deployment.Pipelines.Any(pipeline => pipeline.Declared.File.Path == ways[^1]) ? $"{ways[^1]} only pushes an image"
            : $"{ways[^1]} says what runs";
    }

    private static bool Deploys(Pipeline pipeline) =>
        pipeline.Jobs.Any(job =>
            job.NeverRunsBecause is null && job.Steps.Any(step => !step.RunsOnlyAfterFailure && step.Intents.Contains(StepIntent.Deploy))
        );
}
