using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose command of a script or pipeline names a service that its files do not define.</summary>
internal sealed class CommandNamesUnknownService : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/command-names-unknown-service",
            Title = "Compose command that names an unknown service",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "Compose answers `no such service`, and the script or pipeline stops there.",
            Holds = "The service that the command names is defined in the files it loads.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.ComposeCommandService];

    protected override string Message(NameUse use) =>
        $"{use.Subject} names the service {use.Name}, which {use.In} does not define: docker compose answers `no such service`.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        $"Name a service of {use.In} in {use.Span}, before the command that runs in it, or give the command the file that defines {use.Name} (`-f`).";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(
            use.Span,
            $"docker compose {use.In.Split(" + ").SelectMany(file => new[] { "-f", file })} config {use.Name} --quiet"
        );
}
