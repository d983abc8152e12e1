using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>Nothing updates the dependencies of deployed software.</summary>
internal sealed class NoDependencyUpdates : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/no-dependency-updates",
            Title = "No dependency updates",
            Area = Area.Automation,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Rationale =
                "Versions with known vulnerabilities stay until somebody notices, and each skipped release makes the update harder.",
            Holds = "A tool proposes updates of dependencies.",
        };

    protected override CapabilityKind Kind => CapabilityKind.DependencyUpdates;

    protected override string Doubt => "Whether dependencies are kept up to date";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"Nothing updates the dependencies in {Names(capability.Wanting)}: there is no .github/dependabot.yml and no Renovate configuration.";

    protected override string Remedy(Capability capability) =>
        "Add .github/dependabot.yml with an entry for each ecosystem and directory, or a renovate.json.";

    protected override CommandText Check(Capability capability) =>
        $"git ls-files '.github/dependabot.y*ml' '*renovate.json*' .renovaterc   # must print one";
}
