using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Ports;

/// <summary>Two workloads of one compose project publish the same port of the host.</summary>
internal sealed class HostPortConflict : Rule<HostPortConflict.Published>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/host-port-conflict",
            Title = "Host port that two services publish",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Rationale = "The second container does not start: `port is already allocated`.",
            Holds = "No other service of the project publishes the same host port.",
        };

    public override IEnumerable<Published> Subjects(Deployment deployment) =>
        deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose && !RefusedProject.Is(target, deployment))
            .SelectMany(target =>
                target.Workloads.SelectMany(workload => workload.Ports.Select(port => new Published(target, workload, port)))
            )
            .Where(published => published.Port is { Published: > 0, IsInformational: false })
            .DistinctBy(published => published.Port.Span);

    protected override Subject Identify(Published subject) => new(subject.Workload.Name, subject.Port.Span);

    protected override IEnumerable<Verdict> Check(Published subject, Deployment deployment)
    {
        // The later of the two is told, so that each pair is told once.
        var other = subject
            .Target.Workloads.TakeWhile(workload => workload.Name != subject.Workload.Name)
            .SelectMany(workload =>
                workload.Ports.Where(port => Collides(port, subject.Port)).Select(port => new Published(subject.Target, workload, port))
            )
            .FirstOrDefault(earlier => MayMeet(earlier.Workload, subject.Workload));
        if (other is null)
        {
            yield break;
        }

        if (Alternatives(subject, deployment) is { Count: > 1 } alternatives && alternatives.Contains(other))
        {
            // One verdict for all, told at the second.
            if (alternatives[1] == subject)
            {
                var names = alternatives.Select(one => one.Workload.Name).ToList();
                yield return Warn(
                        subject.Port.Span,
                        $"{string.Join(", ", names.SkipLast(1))} and {names[^1]} publish port {subject.Port.Published} of the host: only one of them can run at a time, so starting the whole project fails."
                    )
                    .As(Severity.Low)
                    .Related(alternatives.Where(one => one != subject).Select(one => one.Port.Span))
                    .Remedy("Give each a profile of its own, or a host port of its own.")
                    .Verify($"docker compose -f {subject.Target.Name} up -d");
            }

            yield break;
        }

        var message = $"{subject.Workload.Name} and {other.Workload.Name} both publish port {subject.Port.Published} of the host";
        var isCertain = subject.Workload.Profiles.Count == 0 && other.Workload.Profiles.Count == 0;
        var verdict = isCertain
            ? Fail(subject.Port.Span, $"{message}: the second one does not start.")
            : Warn(subject.Port.Span, $"{message}: they cannot run at the same time.").As(Severity.Medium);
        yield return verdict
            .Related(other.Port.Span)
            .Related(subject.Port.Chain)
            .Related(other.Port.Chain)
            .Remedy($"Publish {subject.Workload.Name} on another port in {subject.Port.Span}.")
            .Verify($"docker compose -f {subject.Target.Name} up -d {other.Workload.Name} {subject.Workload.Name}");
    }

    /// <summary>Data stores of one kind on one port of the host, none of which another service asks for: they are there to be started one by one.</summary>
    private static IReadOnlyList<Published> Alternatives(Published subject, Deployment deployment)
    {
        if (Speech(subject) is not { } speech)
        {
            return [];
        }

        return
        [
            .. subject
                .Target.Workloads.SelectMany(workload => workload.Ports.Select(port => new Published(subject.Target, workload, port)))
                .Where(one =>
                    Speech(one) == speech && Collides(one.Port, subject.Port) && !IsAskedFor(one.Workload, subject.Target, deployment)
                ),
        ];
    }

    /// <summary>How clients speak to a data store behind a port; null for anything else.</summary>
    private static string? Speech(Published published) =>
        published.Workload is { Image: null, Public: { Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Search } known }
            ? known.Ports.FirstOrDefault(port => port.Number == published.Port.Container)?.Scheme
            : null;

    private static bool IsAskedFor(Workload workload, Target target, Deployment deployment) =>
        target.Workloads.Any(other => other.DependsOn.Any(dependency => dependency.Name == workload.Name))
        || deployment.Endpoints.Any(use =>
            use.Callee is { } callee && callee.Name == workload.Name && callee.TargetName == workload.TargetName
        );

    private static bool Collides(PortBinding one, PortBinding two) =>
        one.Published == two.Published
        && !one.IsInformational
        && one.Protocol == two.Protocol
        && (IsEverywhere(one.HostAddress) || IsEverywhere(two.HostAddress) || one.HostAddress == two.HostAddress);

    private static bool IsEverywhere(string? address) => address is null or "" or "0.0.0.0" or "::" or "[::]";

    private static bool MayMeet(Workload one, Workload two) => !WaitsForEnd(one, two) && !WaitsForEnd(two, one) && ShareProfile(one, two);

    /// <summary>The port is free again when the one that had it has ended.</summary>
    private static bool WaitsForEnd(Workload one, Workload two) =>
        one.DependsOn.Any(dependency => dependency.Condition == "service_completed_successfully" && dependency.On?.Name == two.Name);

    private static bool ShareProfile(Workload one, Workload two) =>
        one.Profiles.Count == 0 || two.Profiles.Count == 0 || one.Profiles.Any(profile => two.Profiles.Contains(profile));

    /// <summary>A published port of a workload.</summary>
    internal sealed record Published(Target Target, Workload Workload, PortBinding Port);
}
