using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A configuration of Terraform uses a name that its module does not declare, or calls a module with other arguments than it takes.</summary>
internal sealed class TerraformNameUndeclared : MissingNameRule
{
    private const int Named = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-name-undeclared",
            Title = "Name that the module of Terraform does not declare",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Terraform refuses the configuration as a whole: nothing of it can be applied.",
            Holds = "Every name that the module uses is declared, and calls give what it takes.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.TerraformName, NameRole.TerraformArgument, NameRole.TerraformInput];

    /// <summary>One call, or one file, of a module: who mends the first name mends the others with it.</summary>
    protected override object Cause(NameUse use) =>
        use.IsMissing
            ? new
            {
                use.Role,
                use.Subject,
                use.In,
            }
            : base.Cause(use);

    protected override string Message(NameUse use) => Message([use]);

    protected override string Message(IReadOnlyList<NameUse> uses)
    {
        var use = uses[0];
        var names = uses.Select(other => other.Name).Distinct(StringComparer.Ordinal).ToList();
        var several = NameList.Of(names, Named);
        return use.Role switch
        {
            NameRole.TerraformArgument =>
                $"{use.Subject} is given {several}, but {use.In} declares no such variable: Terraform refuses the call.{KnownThere(use)}",
            NameRole.TerraformInput => $"{use.Subject} is not given {several}, which {use.In} requires: Terraform refuses the call.",
            _ => $"{use.Subject} uses {several}, which nothing in {use.In} declares: Terraform refuses the configuration.",
        };
    }

    protected override string Remedy(NameUse use) =>
        use.Role switch
        {
            NameRole.TerraformArgument => $"Declare `variable \"{use.Name}\"` in {use.In}, or take {use.Name} out of {use.Span}.",
            NameRole.TerraformInput => $"Add `{use.Name} = …` to the call in {use.Span}, or give the variable a default.",
            _ => $"Declare {use.Name} in {use.In}, or correct the name in {use.Span}.",
        };

    protected override CommandText Check(NameUse use, Deployment deployment) => $"terraform -chdir=./{use.Span.File.Directory} validate";
}
