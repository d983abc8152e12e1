using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A configuration of Terraform takes a module or a file that is not there.</summary>
internal sealed class TerraformPathMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-path-missing",
            Title = "Missing Terraform module or file",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Terraform stops before it changes anything, so nobody can create or change the infrastructure from a clone.",
            Holds = "The module or file that Terraform reads exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.TerraformModule, PathRole.TerraformFile];

    protected override string Names(PathUse use) =>
        use.Role == PathRole.TerraformModule
            ? $"{use.Subject} has its source in {use.Path}"
            : $"{use.Subject} reads {use.Path} with `{use.Tool}()`";

    protected override string Consequence(PathUse use) =>
        use.IsPrivate ? "it is a secret, so unknown whether it is created before `terraform plan`"
        : use.Role == PathRole.TerraformModule ? "`terraform init` fails"
        : "`terraform plan` fails";

    protected override bool IsMadeBefore(PathUse use) => use.IsPrivate;

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].IsPrivate
            ? $"Document how {uses[0].Answer.Looked} is created before `terraform plan`; do not commit it."
            : base.Remedy(uses);

    // The machine that applies may have what git ignores.
    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && !use.IsPrivate && use.Answer.Presence != Presence.IgnoredByGit;
}
