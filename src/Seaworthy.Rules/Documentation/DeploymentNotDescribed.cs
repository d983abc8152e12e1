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
            Confidence = Confidence.Medium,
            Rationale = "Who has not set it up has to find out how it is deployed, and what to do when it fails.",
            Holds = "A text tells how the software is deployed.",
        };

    protected override CapabilityKind Kind => CapabilityKind.DeploymentText;

    protected override string Doubt => "Whether a text tells how to deploy";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"No README or other text tells how this is deployed, or how it is started in production ({Ways(deployment)} does it).";

    protected override string Partial(Capability capability, Deployment deployment) =>
        "The texts tell how it is deployed, but not what to do when a release fails: none speaks of rollback, restore, incidents or troubleshooting.";

    protected override string Remedy(Capability capability) =>
        "Add a section to README.md: what is deployed where and by what, which variables it needs, how to see that it works, how to go back.";

    protected override string Check(Capability capability) => "git grep -niE 'deploy|docker compose up' -- '*.md'";
}
