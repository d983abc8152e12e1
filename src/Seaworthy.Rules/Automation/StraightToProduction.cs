using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>A pipeline deploys a fleet straight to users.</summary>
internal sealed class StraightToProduction : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/straight-to-production",
            Title = "No staging environment",
            Area = Area.Automation,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Problems between services first show up in production.",
            Holds = "New versions are tried in another environment first.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Staging;

    protected override string Doubt => "Whether versions are tried first";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{capability.About} deploys {deployment.Scale.Because.Count(what => deployment.Services.Any(service => service.Name == what.Value))} services straight to production: no target, job, environment or branch is for staging or previews.";

    protected override string Remedy(Capability capability) =>
        "Deploy to a staging environment first, and let the production job wait for it.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -niE 'staging|preview|environment:' -- .github .gitlab-ci.yml Jenkinsfile   # must find one";
}
