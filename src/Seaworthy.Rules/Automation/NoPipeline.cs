using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>The software is built, checked and deployed by hand.</summary>
internal sealed class NoPipeline : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/no-pipeline",
            Title = "No CI pipeline",
            Area = Area.Automation,
            Severity = Severity.Medium,
            CapabilityWeight = 10,
            Rationale = "Each release depends on what somebody remembers to run, on which machine and in which order.",
            Holds = "A pipeline builds or checks changes.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Pipeline;

    protected override string Doubt => "Whether a pipeline builds changes";

    // A platform that builds each push keeps its settings on its server, and runs no tests by itself.
    protected override string Absent(Capability capability, Deployment deployment) =>
        capability.Wanting is [var script, ..]
            ? $"No pipeline checks changes: there is no workflow or configuration of another CI system, only {script.Value}, which is run by hand."
            : "No pipeline checks changes: there is no workflow in .github/workflows and no configuration of another CI system.";

    protected override string Remedy(Capability capability) =>
        "Add a .github/workflows/ci.yml that installs, tests and builds on every push and pull request.";

    protected override CommandText Check(Capability capability) =>
        $"git ls-files .github/workflows .gitlab-ci.yml Jenkinsfile .circleci azure-pipelines.yml   # must print one";
}
