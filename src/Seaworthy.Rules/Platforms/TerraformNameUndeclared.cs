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
            Title = "Undeclared Terraform name",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Terraform rejects the configuration as a whole: nothing can be applied.",
            Holds = "Every name that the module uses is declared, and calls match its variables.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.TerraformName, NameRole.TerraformArgument, NameRole.TerraformInput];

    /// <summary>One call, or one file, of a module: the first name is fixed together with the others.</summary>
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
            NameRole.TerraformArgument => $"{use.Subject} sets {several}, but {use.In} declares no such variable.{KnownThere(use)}",
            NameRole.TerraformInput => $"{use.Subject} does not set {several}, which {use.In} requires.",
            _ => $"{use.Subject} uses {several}, which nothing in {use.In} declares.",
        };
    }

    protected override string Remedy(NameUse use) =>
        use.Role switch
        {
            NameRole.TerraformArgument => $"Declare `variable \"{use.Name}\"` in {use.In}, or remove {use.Name} from {use.Span}.",
            NameRole.TerraformInput => $"Add `{use.Name} = …` to the call in {use.Span}, or give the variable a default.",
            _ => $"Declare {use.Name} in {use.In}, or correct the name in {use.Span}.",
        };

    protected override CommandText Check(NameUse use, Deployment deployment) => $"terraform -chdir=./{use.Span.File.Directory} validate";
}
