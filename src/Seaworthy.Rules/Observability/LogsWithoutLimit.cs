using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Docker keeps all output of the containers that users reach.</summary>
internal sealed class LogsWithoutLimit : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/logs-without-limit",
            Title = "No log rotation",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "Docker keeps every line of a container until the disk is full, and everything on the machine fails.",
            Holds = "Container logs have a size limit.",
        };

    protected override CapabilityKind Kind => CapabilityKind.LogLimits;

    protected override string Doubt => "Whether logs are limited";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{capability.About} sets no log limit for its {capability.Wanting.Count} service{(capability.Wanting.Count == 1 ? "" : "s")}: Docker's default driver `json-file` keeps everything.";

    protected override string Partial(Capability capability, Deployment deployment) =>
        $"{capability.About} limits the logs of only some services: Docker keeps every line of {Names(capability.Wanting)}.";

    protected override string Remedy(Capability capability) =>
        $"Add `logging: {{ driver: local }}`, or `max-size` and `max-file` for `json-file`, to the services in {capability.Place.File.Path}, or set it for the whole machine in /etc/docker/daemon.json.";

    protected override CommandText Check(Capability capability) =>
        $"docker inspect --format '{{{{.Name}}}} {{{{.HostConfig.LogConfig}}}}' $(docker ps -q)   # each must have a max-size";
}
