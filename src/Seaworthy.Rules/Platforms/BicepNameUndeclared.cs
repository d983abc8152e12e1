using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A template of Bicep uses a name that it does not declare, calls a module with other parameters than it takes, or a container app takes a secret that it does not have.</summary>
internal sealed class BicepNameUndeclared : MissingNameRule
{
    private const int Named = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/bicep-name-undeclared",
            Title = "Undeclared Bicep name",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Bicep or Azure rejects the template as a whole: nothing is deployed.",
            Holds = "Every name that the template uses is declared, and calls match the parameters of their modules.",
        };

    protected override IReadOnlyList<NameRole> Roles =>
        [NameRole.BicepName, NameRole.BicepArgument, NameRole.BicepInput, NameRole.ContainerAppSecret];

    /// <summary>One call, or one file: the first name is fixed together with the others.</summary>
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
        var several = NameList.Of([.. uses.Select(other => other.Name).Distinct(StringComparer.Ordinal)], Named);
        return use.Role switch
        {
            NameRole.BicepArgument => $"{use.Subject} sets {several}, but {use.In} declares no such parameter.{KnownThere(use)}",
            NameRole.BicepInput => $"{use.Subject} does not set {several}, which {use.In} requires.",
            NameRole.ContainerAppSecret =>
                $"A variable of {use.Subject} takes the secret {several}, but `configuration.secrets` declares no such secret.",
            _ => $"{use.Subject} uses {several}, which it does not declare.",
        };
    }

    protected override string Remedy(NameUse use) =>
        use.Role switch
        {
            NameRole.BicepArgument => $"Declare `param {use.Name}` in {use.In}, or remove {use.Name} from {use.Span}.",
            NameRole.BicepInput => $"Add `{use.Name}: …` to the `params` of the call in {use.Span}, or give the parameter a default.",
            NameRole.ContainerAppSecret =>
                $"Add a secret named `{use.Name}` to `configuration.secrets`, or correct the name in {use.Span}.",
            _ => $"Declare {use.Name} in {use.In}, or correct the name in {use.Span}.",
        };

    protected override CommandText Check(NameUse use, Deployment deployment) => $"az bicep build --stdout --file {use.Span.File.Path}";
}
