using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A configuration of Terraform takes a module or a file that is not there.</summary>
internal sealed class TerraformPathMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-path-missing",
            Title = "Module or file that Terraform does not find",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Terraform stops before it changes anything: whoever clones the repository can neither make the infrastructure nor mend it.",
            Holds = "The module or file that Terraform reads exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.TerraformModule, PathRole.TerraformFile];

    protected override string Names(PathUse use) =>
        use.Role == PathRole.TerraformModule
            ? $"{use.Subject} takes its source from {use.Path}"
            : $"{use.Subject} reads {use.Path} by {use.Tool}()";

    protected override string Consequence(PathUse use) =>
        use.IsPrivate ? "it holds a secret, so whoever plans is to bring it; whether that is done, the repository does not tell"
        : use.Role == PathRole.TerraformModule ? "`terraform init` fails"
        : "`terraform plan` fails";

    protected override bool IsMadeBefore(PathUse use) => use.IsPrivate;

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].IsPrivate
            ? $"Say in the documentation how {uses[0].Answer.Looked} is made before `terraform plan`; it is no part of a commit."
            : base.Remedy(uses);

    // Whoever applies may have what git ignores.
    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && !use.IsPrivate && use.Answer.Presence != Presence.IgnoredByGit;
}
