using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A template of Bicep takes a module or a file that is not there.</summary>
internal sealed class BicepPathMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/bicep-path-missing",
            Title = "Missing Bicep module or file",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Bicep does not compile the template, so nobody can create or change the infrastructure from a clone.",
            Holds = "The module or file that the template takes exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.BicepFile];

    protected override string Names(PathUse use) =>
        use.Tool.Length == 0 ? $"{use.Subject} takes {use.Path}" : $"{use.Subject} reads {use.Path} with `{use.Tool}()`";

    protected override string Consequence(PathUse use) => "`az bicep build` fails";

    // The machine that deploys may have what git ignores.
    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && use.Answer.Presence != Presence.IgnoredByGit;
}
