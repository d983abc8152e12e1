using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Pipelines;

namespace Seaworthy.Rules.Automation;

/// <summary>There are pipelines, but none runs a test.</summary>
internal sealed class TestsNotRun : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/tests-not-run",
            Title = "Pipeline without tests",
            Area = Area.Automation,
            Severity = Severity.Medium,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "No pipeline notices a change that breaks the software.",
            Holds = "A pipeline runs automated tests.",
        };

    protected override CapabilityKind Kind => CapabilityKind.TestRun;

    protected override string Doubt => "Whether tests run";

    protected override string Absent(Capability capability, Deployment deployment) =>
        capability.Wanting switch
        {
            [] => $"No step of {capability.Place.File.Path} or another pipeline runs tests, and the repository has none.",
            [var only] => $"{only.Value} has tests, but no step of {capability.Place.File.Path} or another pipeline runs them.",
            [var first, ..] =>
                $"The repository has {capability.Wanting.Count} files with tests ({first.Value}…), but no step of {capability.Place.File.Path} or another pipeline runs them.",
        };

    protected override string Remedy(Capability capability) =>
        capability.Wanting.Count == 0
            ? $"Write a test of what must not break, and run it in {capability.Place.File.Path}, before anything is built or shipped."
            : $"Add a step that runs the tests to {capability.Place.File.Path}, before anything is built or shipped.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nwE 'tests?|pytest|vitest|jest|phpunit|rspec' -- .github .gitlab-ci.yml Jenkinsfile   # must find a step that runs them";

    // A deployment without a test before it is another rule's finding.
    public override IEnumerable<Capability> Subjects(Deployment deployment) =>
        base.Subjects(deployment)
            .Where(capability => capability.Level == CapabilityLevel.Present || !new DeployWithoutTest().Subjects(deployment).Any());

    protected override Severity Weigh(Capability capability, Deployment deployment) =>
        capability.Wanting.Count == 0 ? Severity.Low : base.Weigh(capability, deployment);
}
