using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>Nothing proposes newer versions of what deployed software depends on.</summary>
internal sealed class NoDependencyUpdates : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/no-dependency-updates",
            Title = "Dependencies that nobody keeps up to date",
            Area = Area.Automation,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Rationale =
                "Versions with known holes stay until somebody thinks of them, and the way to a newer one grows longer with each release.",
            Holds = "Something proposes newer versions of dependencies.",
        };

    protected override CapabilityKind Kind => CapabilityKind.DependencyUpdates;

    protected override string Doubt => "Whether dependencies are kept up to date";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"Nothing proposes newer versions of what {Names(capability.Wanting)} {(capability.Wanting.Count == 1 ? "asks" : "ask")} for: there is no .github/dependabot.yml and no configuration of Renovate.";

    protected override string Remedy(Capability capability) =>
        "Add .github/dependabot.yml with an entry for each ecosystem and directory, or a renovate.json.";

    protected override CommandText Check(Capability capability) =>
        $"git ls-files '.github/dependabot.y*ml' '*renovate.json*' .renovaterc   # must print one";
}
