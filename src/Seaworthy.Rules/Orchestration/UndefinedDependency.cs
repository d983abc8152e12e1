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
            Title = "Undefined service dependency",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Compose rejects the whole project, and nothing starts.",
            Holds = "The project defines every dependency.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ComposeService];

    // With `required: false` Compose ignores an absent service.
    protected override bool IsCertain(NameUse use) => true;

    protected override bool IsJudged(NameUse use) => !use.IsConditional;

    protected override string Message(NameUse use) =>
        $"{use.Subject} depends on the service `{use.Name}`, which {use.In} does not define.{KnownThere(use)}";

    protected override string Remedy(NameUse use) => $"Correct the name in {use.Span}, or define `{use.Name}` in {use.In}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"{TargetCommand.ComposeOf(use.In, deployment)} config --quiet";
}
