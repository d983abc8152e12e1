using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>A fleet is deployed by a pipeline, and nowhere before users have it.</summary>
internal sealed class StraightToProduction : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/straight-to-production",
            Title = "Fleet that is tried in production",
            Area = Area.Automation,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "How services work together shows first where users are.",
            Holds = "There is a place where a version is tried first.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Staging;

    protected override string Doubt => "Whether versions are tried first";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{capability.About} deploys {deployment.Scale.Because.Count(what => deployment.Services.Any(service => service.Name == what.Value))} services to one place: no target, job, environment or branch is for staging or a preview.";

    protected override string Remedy(Capability capability) =>
        "Deploy to a staging environment first, and let the job for production wait for it.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -niE 'staging|preview|environment:' -- .github .gitlab-ci.yml Jenkinsfile   # must find one";
}
