using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A docker compose command in a script or pipeline names a service that its files do not define.</summary>
internal sealed class CommandNamesUnknownService : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/command-names-unknown-service",
            Title = "Unknown service in Compose command",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "Compose answers `no such service`, and the script or pipeline stops.",
            Holds = "The files that the command loads define the service.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ComposeCommandService];

    protected override string Message(NameUse use) =>
        $"{use.Subject} runs docker compose for the service `{use.Name}`, which {use.In} does not define.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        $"Name a service of {use.In} in {use.Span}, before the command that runs in it, or add the file that defines `{use.Name}` with `-f`.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(
            use.Span,
            $"docker compose {use.In.Split(" + ").SelectMany(file => new[] { "-f", file })} config {use.Name} --quiet"
        );
}
