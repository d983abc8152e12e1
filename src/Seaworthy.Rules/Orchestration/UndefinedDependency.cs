using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose service depends on, links to or shares a namespace with a service that its project does not define.</summary>
internal sealed class UndefinedDependency : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/undefined-dependency",
            Title = "Dependency on a service that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Compose refuses the whole project: nothing of it starts.",
            Holds = "The service it depends on is defined in the project.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ComposeService];

    // `required: false` makes Compose pass over an absent service: nothing is wrong then.
    protected override bool IsCertain(NameUse use) => true;

    protected override bool IsJudged(NameUse use) => !use.IsConditional;

    protected override string Message(NameUse use) =>
        $"{use.Subject} depends on the service {use.Name}, which {use.In} does not define: docker compose refuses the project.{KnownThere(use)}";

    protected override string Remedy(NameUse use) => $"Correct the name in {use.Span}, or define {use.Name} in {use.In}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"{TargetCommand.ComposeOf(use.In, deployment)} config --quiet";
}
