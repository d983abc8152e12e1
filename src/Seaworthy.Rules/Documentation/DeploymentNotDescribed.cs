using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Documentation;

/// <summary>Nothing tells how deployed software gets to where it runs.</summary>
internal sealed class DeploymentNotDescribed : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "documentation/deployment-not-described",
            Title = "Deployment that no text describes",
            Area = Area.Documentation,
            Severity = Severity.Low,
            CapabilityWeight = 7,
            Certainty = Certainty.Likely,
            Rationale = "Who has not set it up has to find out how it is deployed, and what to do when it fails.",
            Holds = "A text tells how the software is deployed.",
        };

    protected override CapabilityKind Kind => CapabilityKind.DeploymentText;

    protected override string Doubt => "Whether a text tells how to deploy";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"No README or other text tells how this is deployed, or how it is started in production ({Way(deployment)}).";

    protected override string Partial(Capability capability, Deployment deployment) =>
        "The texts tell how it is deployed, but not what to do when a release fails: none speaks of rollback, restore, incidents or troubleshooting.";

    protected override string Remedy(Capability capability) =>
        "Add a section to README.md: what is deployed where and by what, which variables it needs, how to see that it works, how to go back.";

    protected override CommandText Check(Capability capability) => $"git grep -niE 'deploy|docker compose up' -- '*.md'   # must find one";

    /// <summary>What brings it to users, and how far: a job that deploys, else what is declared for a cluster or platform, else a job that leaves it in a registry.</summary>
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
