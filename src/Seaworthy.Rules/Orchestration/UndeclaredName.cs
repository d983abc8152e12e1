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
            Title = "Undeclared Compose resource",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Compose rejects the whole project, and nothing starts.",
            Holds = "Every volume, network, secret and config is declared at the top level.",
        };

    protected override IReadOnlyList<NameRole> Roles =>
        [NameRole.ComposeVolume, NameRole.ComposeNetwork, NameRole.ComposeSecret, NameRole.ComposeConfig];

    protected override string Message(NameUse use) =>
        $"{use.Subject} uses {Kind(use)} `{use.Name}`, which {use.In} does not declare.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        $"Declare `{use.Name}:` below a top-level `{Kind(use)}s:` in {use.In}, or correct {use.Span}.";

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
