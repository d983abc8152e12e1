using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Who answers to a host name inside one target.</summary>
internal sealed class HostDirectory
{
    private static readonly HashSet<string> FromOutside = new(StringComparer.Ordinal)
    {
        "host.docker.internal",
        "gateway.docker.internal",
        "kubernetes",
        "metadata",
    };

    // Written where a person is to put a name.
    private static readonly IReadOnlyList<string> Placeholders =
    [
        "example",
        "your",
        "changeme",
        "change-me",
        "placeholder",
        "replace",
        "xxx",
        "todo",
        "hostname",
        "domain",
        "server-ip",
        "ip_address",
        "<",
    ];

    private readonly Target target;
    private readonly ILookup<string, NamedWorkloads> byHost;
    private readonly ILookup<string, Target> everywhere;
    private readonly Lazy<IReadOnlyList<string>> known;
    private readonly Lazy<HashSet<string>> names;

    /// <param name="target">Whose names are asked for.</param>
    /// <param name="everywhere">The targets in which each name is known, from <see cref="Everywhere"/>.</param>
    public HostDirectory(Target target, ILookup<string, Target> everywhere)
    {
        this.target = target;
        this.everywhere = everywhere;
        // Pods that the same Services select share their list of names, and thousands of each are no square of names.
        byHost = target
            .Workloads.Select((workload, place) => new Placed(place, workload))
            .GroupBy(placed => (object)placed.Workload.HostNames, ReferenceEqualityComparer.Instance)
            .Select(same => new NamedWorkloads([.. same]))
            .SelectMany(same => same.Names, (same, host) => new { same, host })
            .ToLookup(pair => pair.host, pair => pair.same, StringComparer.OrdinalIgnoreCase);
        names = new(() => target.Workloads.Select(workload => workload.Name).ToHashSet(StringComparer.Ordinal));
        known = new(() => [.. byHost.Select(group => group.Key).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Names under which applications of the repository register where others find them (Eureka, Consul): a client may ask there and not the network.</summary>
    public ILookup<string, Component> Registered { get; init; } =
        Enumerable.Empty<Component>().ToLookup(component => component.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Known => known.Value;

    public static ILookup<string, Target> Everywhere(Deployment deployment) =>
        deployment
            .Targets.SelectMany(
                target =>
                    target
                        .Workloads.DistinctBy(workload => (object)workload.HostNames, ReferenceEqualityComparer.Instance)
                        .SelectMany(workload => workload.HostNames),
                (target, host) => new { target, host }
            )
            .ToLookup(pair => pair.host, pair => pair.target, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a workload says of an address at a place of it, with who answers there.</summary>
    public EndpointUse Use(Workload caller, EndpointOrigin origin, Address address, SourceSpan span)
    {
        var (answer, callee, why) = Find(caller, address);
        if (answer == HostAnswer.Nobody && IsVariable(address.Host, span))
        {
            (answer, why) = (HostAnswer.Undecided, "it looks like the name of a variable");
        }
        else if (answer == HostAnswer.Nobody && target.PartialBecause is { } partial && KubernetesStack.IsValue(span))
        {
            (answer, why) = (HostAnswer.Undecided, partial);
        }

        return new EndpointUse
        {
            Caller = caller,
            Subject = caller.Name,
            Origin = origin,
            Scheme = address.Scheme,
            Host = address.Host,
            Port = address.Port ?? SchemePorts.Of(address.Scheme),
            Path = address.Path,
            Span = span,
            Answer = answer,
            Callee = callee,
            Candidates = Known,
            Near = callee is null ? NearMiss.Of(address.Host, Known) : null,
            UndecidedBecause = why,
            StackOutside = callee is null ? StackComments.Above(span) : null,
        };
    }

    public (HostAnswer Answer, Workload? Callee, string? Why) Find(Workload caller, Address address)
    {
        if (address.IsLoopback)
        {
            return caller.UsesHostNetwork ? (HostAnswer.Undecided, null, "the caller shares the host's network")
                : caller.Sidecars.Count > 0 ? (HostAnswer.Undecided, null, "containers share its network")
                : (HostAnswer.Loopback, caller, null);
        }

        var callees = Callees(Label(address.Host));
        if (callees.Count > 0)
        {
            if (address.IsSingleLabel && IsNameless(caller, callees) && !IsDeclaredOutside(caller, address.Host))
            {
                return MayBeNamed(caller) is { } named ? (HostAnswer.Undecided, callees[0], named) : (HostAnswer.Nobody, callees[0], null);
            }

            var reachable = callees.FirstOrDefault(callee => SharesNetwork(caller, callee));
            return reachable is not null ? (HostAnswer.Workload, reachable, null)
                : target.PartialBecause is { } partial ? (HostAnswer.Undecided, callees[0], partial)
                : (HostAnswer.OtherNetwork, callees[0], null);
        }

        return address.Host is "0.0.0.0"
            || !address.IsSingleLabel
            || FromOutside.Contains(address.Host)
            || IsDeclaredOutside(caller, address.Host)
                ? (HostAnswer.External, null, null)
            : Placeholders.Any(word => address.Host.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? (HostAnswer.Undecided, null, "it looks like a placeholder")
            : Doubt(caller, address.Host) is { } doubt ? (HostAnswer.Undecided, null, doubt)
            : (HostAnswer.Nobody, null, null);
    }

    /// <summary>The workloads of a name, in order.</summary>
    private List<Workload> Callees(string host) =>
        byHost[host].ToList() switch
        {
            [] => [],
            [var only] => only.All,
            var several =>
            [
                .. several.SelectMany(same => same.Workloads).OrderBy(placed => placed.Place).Select(placed => placed.Workload),
            ],
        };

    /// <summary><c>API_HOST</c> is the name of a variable, which something puts its value in place of.</summary>
    private static bool IsVariable(string host, SourceSpan span) =>
        host.Contains('_', StringComparison.Ordinal) && span.Text.Contains(host.ToUpperInvariant(), StringComparison.Ordinal);

    /// <summary>A container on the host's network asks the host's resolver, which knows no services; and Docker's own knows nobody there.</summary>
    /// <remarks>Source: Docker documentation, "Networking overview", "DNS services": the embedded server is for custom networks; "Host network driver".</remarks>
    private bool IsNameless(Workload caller, List<Workload> callees) =>
        target.Kind == TargetKind.Compose
        && !callees.Contains(caller)
        && (caller.UsesHostNetwork || callees.TrueForAll(callee => callee.UsesHostNetwork));

    private string? MayBeNamed(Workload caller) =>
        target.PartialBecause
        ?? (
            target.ExternalNetworks.FirstOrDefault(network => caller.Networks.Any(own => own.Value == network.Value)) is { } shared
                ? $"it is attached to the external network {shared.Value}, where another container may have that name"
                : null
        );

    /// <summary>Kubernetes names carry the namespace and the cluster's domain behind the service.</summary>
    private string Label(string host) =>
        target.Kind == TargetKind.Kubernetes
        && (
            host.EndsWith(".svc", StringComparison.Ordinal)
            || host.Contains(".svc.", StringComparison.Ordinal)
            || host.Count(letter => letter == '.') == 1
        )
            ? host.Split('.')[0]
            : host;

    /// <summary>A name in the hosts file of one workload is none for the others; a network namespace that is shared shares the file.</summary>
    private bool IsDeclaredOutside(Workload caller, string host) =>
        target.ExternalHosts.Contains(host)
        && (
            caller.Sidecars.Count > 0
            || IsAmong(caller.ExtraHosts, host)
            || !target.Workloads.Any(workload => IsAmong(workload.ExtraHosts, host))
        );

    private static bool IsAmong(IReadOnlyList<Fact<string>> names, string host) =>
        names.Any(name => string.Equals(name.Value, host, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>shop_api</c>: the service <c>api</c> of the stack <c>shop</c>.</summary>
    private bool IsNameInStack(string host) =>
        target.Kind == TargetKind.Compose
        && host.IndexOf('_', StringComparison.Ordinal) is > 0 and var sign
        && target.Workloads.Any(workload => workload.Name == host[(sign + 1)..]);

    private string? Doubt(Workload caller, string host) =>
        (target.HasAllServices ? null : target.PartialBecause)
        ?? (Registered[host].FirstOrDefault() is { } application ? $"{application.Name} may register under it" : null)
        ?? (IsRenderName(host) ? "Render appends four characters to the names of its services" : null)
        ?? (target.Kind == TargetKind.Render ? "a service created by hand, outside the blueprint, may have that name" : null)
        ?? (IsNameInStack(host) ? "Swarm calls the service so in a stack of that name" : null)
        ?? (target.Kind is TargetKind.Docker ? "what else runs on the server is not in the repository" : null)
        ?? (
            target.Kind is TargetKind.Terraform or TargetKind.Bicep or TargetKind.Ecs or TargetKind.CloudRun or TargetKind.ContainerApps
                ? "a cloud service, a private zone or a service registry may have that name"
                : null
        )
        ?? (
            everywhere[host].FirstOrDefault(other => !ReferenceEquals(other, target) && MayMeet(other)) is { } other
                ? $"{other.Name} has a workload of that name, and may run beside it"
                : null
        )
        ?? (
            target.ExternalNetworks.FirstOrDefault(network => caller.Networks.Any(own => own.Value == network.Value)) is { } shared
                ? $"it is attached to the external network {shared.Value}, where another container may have that name"
                : null
        )
        ?? (ContainerOf(host) is { } container ? $"the container of {container.Name} has that name if the project's name matches" : null)
        ?? (
            target.Kind == TargetKind.Kubernetes && NearMiss.Of(host, Known) is null && !RunsHere(host)
                ? "charts and operators also create Services"
                : null
        );

    /// <summary>Nothing but objects of a cluster answers to the names of its pods.</summary>
    private bool MayMeet(Target other) => target.Kind != TargetKind.Kubernetes || other.Kind == TargetKind.Kubernetes;

    /// <summary>Pods of that name are here, and no Service that leads to them.</summary>
    private bool RunsHere(string host) => names.Value.Contains(host);

    /// <summary><c>shop-db-1</c> is how Compose calls the first container of <c>db</c> in the project <c>shop</c>; <c>shop_db_1</c> before release 2.</summary>
    private Workload? ContainerOf(string host) =>
        target.Kind == TargetKind.Compose
            ? target.Workloads.FirstOrDefault(workload =>
                host.EndsWith($"-{workload.Name}-1", StringComparison.Ordinal)
                || host.EndsWith($"_{workload.Name}_1", StringComparison.Ordinal)
            )
            : null;

    /// <summary><c>api-x1y2</c> is how Render calls <c>api</c> inside its network.</summary>
    private bool IsRenderName(string host) =>
        target.Kind == TargetKind.Render && host is [.., '-', _, _, _, _] && target.Workloads.Any(workload => workload.Name == host[..^5]);

    private static bool SharesNetwork(Workload caller, Workload callee) =>
        caller.UsesHostNetwork
        || callee.UsesHostNetwork
        || caller.Networks.Count == 0
        || callee.Networks.Count == 0
        || caller.Networks.Any(network => callee.Networks.Any(other => other.Value == network.Value));

    private sealed record Placed(int Place, Workload Workload);

    private sealed record NamedWorkloads(IReadOnlyList<Placed> Workloads)
    {
        public IReadOnlyList<string> Names => Workloads[0].Workload.HostNames;

        public List<Workload> All { get; } = [.. Workloads.Select(placed => placed.Workload)];
    }
}
