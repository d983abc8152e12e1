using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>What is deployed is built, checked and brought there by hand.</summary>
internal sealed class NoPipeline : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/no-pipeline",
            Title = "No pipeline",
            Area = Area.Automation,
            Severity = Severity.Medium,
            CapabilityWeight = 10,
            Rationale = "What is released depends on what somebody remembers to run, on whose machine, and in which order.",
            Holds = "A pipeline builds or checks what is changed.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Pipeline;

    protected override string Doubt => "Whether a pipeline builds what is changed";

    // Where a platform builds what is pushed, its settings stand there, and it tests nothing by itself.
    protected override string Absent(Capability capability, Deployment deployment) =>
        capability.Wanting is [var script, ..]
            ? $"No pipeline checks a change before it goes out: the repository has no workflow in .github/workflows and none of another system, only {script.Value}, which somebody has to start."
            : "No pipeline checks a change before it goes out: the repository has no workflow in .github/workflows and none of another system.";

    protected override string Remedy(Capability capability) =>
        "Add .github/workflows/ci.yml that installs, tests and builds on every push and pull request.";

    protected override CommandText Check(Capability capability) =>
        $"git ls-files .github/workflows .gitlab-ci.yml Jenkinsfile .circleci azure-pipelines.yml   # must print one";
}
