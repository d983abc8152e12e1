using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The workloads of one target that publish a host port, by port.</summary>
internal sealed class PublishedPorts
{
    private static readonly PerDeployment<Dictionary<object, PublishedPorts>> OfTargets = new(deployment =>
        deployment.Targets.ToDictionary(object (target) => target, target => new PublishedPorts(target), ReferenceEqualityComparer.Instance)
    );

    private static readonly PerDeployment<HashSet<WorkloadKey>> Callees = new(deployment =>
        [.. deployment.Endpoints.Select(use => use.Callee).OfType<Workload>().Select(WorkloadKey.Of)]
    );

    private readonly ILookup<PortKey, PublishedPort> byPort;
    private readonly ILookup<PortKey, PublishedPort> byProfile;
    private readonly HashSet<string> needed;

    private PublishedPorts(Target target)
    {
        All =
        [
            .. target
                .Workloads.SelectMany(
                    (workload, index) => workload.Ports.Select(port => new PublishedPort(target, workload, port) { Order = index })
                )
                .Where(one => !one.Port.IsInformational),
        ];
        byPort = All.ToLookup(one => PortKey.Of(one.Port));
        byProfile = All.SelectMany(
                one => one.Workload.Profiles.Distinct(StringComparer.Ordinal).DefaultIfEmpty(),
                (one, profile) => new { one, profile }
            )
            .ToLookup(pair => PortKey.Of(pair.one.Port) with { Profile = pair.profile }, pair => pair.one);
        needed = target
            .Workloads.SelectMany(workload => workload.DependsOn)
            .Select(dependency => dependency.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<PublishedPort> All { get; }

    public static PublishedPorts Of(Target target, Deployment deployment) => OfTargets.Of(deployment)[target];

    /// <summary>All that publish its port, in the order of the target.</summary>
    public IEnumerable<PublishedPort> On(PortBinding port) => byPort[PortKey.Of(port)];

    /// <summary>The first of those before it that publishes its port, and may run beside it.</summary>
    public PublishedPort? Before(PublishedPort subject)
    {
        var key = PortKey.Of(subject.Port);
        IReadOnlyList<string> profiles = subject.Workload.Profiles;
        var alike =
            profiles.Count == 0 ? [byPort[key]] : profiles.Prepend(null).Select(profile => byProfile[key with { Profile = profile }]);
        return alike
            .Select(group =>
                group
                    .TakeWhile(earlier => earlier.Order < subject.Order || (earlier.IsOfSame(subject) && earlier.Port != subject.Port))
                    .FirstOrDefault(earlier => earlier.Collides(subject) && earlier.MayMeet(subject))
            )
            .OfType<PublishedPort>()
            .MinBy(earlier => earlier.Order);
    }

    /// <summary>Another workload waits for it or calls it.</summary>
    public bool IsAskedFor(Workload workload, Deployment deployment) =>
        needed.Contains(workload.Name) || Callees.Of(deployment).Contains(WorkloadKey.Of(workload));

    private sealed record WorkloadKey(string Name, string TargetName)
    {
        public static WorkloadKey Of(Workload workload) => new(workload.Name, workload.TargetName);
    }

    /// <param name="Profile">For what starts only with one.</param>
    private sealed record PortKey(int? Published, string? PublishedAs, string Protocol, string? Profile)
    {
        public static PortKey Of(PortBinding port) => new(port.Published, port.PublishedAs, port.Protocol, Profile: null);
    }
}
