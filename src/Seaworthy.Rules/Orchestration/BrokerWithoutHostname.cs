using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>RabbitMQ stores its data under the name of its host, which is another one in every new container.</summary>
/// <remarks>Source: Docker Hub, rabbitmq, "Running the daemon"; RabbitMQ documentation, "File and Directory Locations", RABBITMQ_NODENAME.</remarks>
internal sealed class BrokerWithoutHostname : Rule<BrokerWithoutHostname.Broker>
{
    private const string DataPath = "/var/lib/rabbitmq";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/broker-without-hostname",
            Title = "RabbitMQ volume without hostname",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale =
                "RabbitMQ names its data directory after its node, `rabbit@<hostname>`. A new container has a new hostname, so the broker starts empty: queues, messages, users and permissions seem to be gone.",
            Holds = "The hostname stays the same, and with it the data directory.",
        };

    public override IEnumerable<Broker> Subjects(Deployment deployment) =>
        (
            from workload in deployment.Workloads
            where workload is { Kind: TargetKind.Compose, Public.Name: "rabbitmq" }
            let mount = workload.Mounts.FirstOrDefault(Keeps)
            where mount is not null
            let service = deployment
                .ComposeStacks.FirstOrDefault(stack => stack.Name == workload.TargetName)
                ?.Project.FindService(workload.Name)
            where service is not null
            select new Broker(workload, service, mount)
        ).DistinctBy(broker => broker.Mount.Span);

    protected override Subject Identify(Broker subject) => new(subject.Workload.Name, subject.Workload.Span);

    protected override IEnumerable<Verdict> Check(Broker subject, Deployment deployment)
    {
        var (workload, service, mount) = subject;
        if (service.Hostname is not null || workload.UsesHostNetwork || workload.Supplied.Any(NamesNode))
        {
            yield break;
        }

        if (workload.SuppliesMoreBecause is { } why)
        {
            yield return Unknown(mount.Span, $"{workload.Name} has no `hostname`; unknown whether RABBITMQ_NODENAME is set: {why}.");
            yield break;
        }

        yield return Warn(
                mount.Span,
                $"{workload.Name} keeps {mount.Path}, but has no `hostname`: RabbitMQ names its data directory after the host, and a recreated container starts without its queues and users."
            )
            .Related(workload.Reference?.Span)
            .Remedy(
                $"Add `hostname: {workload.Name}` to {workload.Name} ({workload.Span}). Export definitions and drain the queues first: the node starts empty once more under its new name."
            )
            .Verify(
                $"{TargetCommand.Compose(workload, deployment)} config --format json {workload.Name} | jq -e {$".services[\"{workload.Name}\"].hostname"}"
            );
    }

    private static bool Keeps(Mount mount) =>
        mount.Kind is MountKind.Volume or MountKind.Bind
        && mount.Source is not null
        && mount.Path.TrimEnd('/') is DataPath or DataPath + "/mnesia";

    private static bool NamesNode(SuppliedVariable variable) =>
        variable.Name is "RABBITMQ_NODENAME" or "RABBITMQ_NODE_NAME" or "RABBITMQ_MNESIA_DIR" or "HOSTNAME";

    /// <summary>A broker with a volume for its data.</summary>
    internal sealed record Broker(Workload Workload, ComposeService Service, Mount Mount);
}
