using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose service uses a volume, network, secret or config that its project does not declare.</summary>
internal sealed class UndeclaredName : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/undeclared-name",
            Title = "Volume, network, secret or config that is not declared",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Compose refuses the whole project: nothing of it starts.",
            Holds = "What the service uses is declared at the top level.",
        };

    protected override IReadOnlyList<NameRole> Roles =>
        [NameRole.ComposeVolume, NameRole.ComposeNetwork, NameRole.ComposeSecret, NameRole.ComposeConfig];

    protected override string Message(NameUse use) =>
        $"{use.Subject} uses the {Kind(use)} {use.Name}, which {use.In} does not declare: docker compose refuses the project.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        $"Declare it at the top level of {use.In}: `{Kind(use)}s:` with `{use.Name}:` below, or correct {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"{TargetCommand.ComposeOf(use.In, deployment)} config --quiet";

    private static string Kind(NameUse use) =>
        use.Role switch
        {
            NameRole.ComposeVolume => "volume",
            NameRole.ComposeNetwork => "network",
            NameRole.ComposeSecret => "secret",
            _ => "config",
        };
}
