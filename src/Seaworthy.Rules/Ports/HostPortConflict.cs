using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Ports;

/// <summary>Two workloads of one compose project, or one of them twice, publish the same port of the host.</summary>
internal sealed class HostPortConflict : Rule<PublishedPort>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/host-port-conflict",
            Title = "Host port conflict",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Rationale = "The second container does not start: `port is already allocated`.",
            Holds = "Nothing else of the project publishes the same host port.",
        };

    public override IEnumerable<PublishedPort> Subjects(Deployment deployment) =>
        deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose && !RefusedProject.Is(target, deployment))
            .SelectMany(target => PublishedPorts.Of(target, deployment).All)
            .Where(published => published.Port.Published > 0 || published.Port.PublishedAs is not null)
            .DistinctBy(published => published.Port.Span);

    protected override Subject Identify(PublishedPort subject) => new(subject.Workload.Name, subject.Port.Span);

    protected override IEnumerable<Verdict> Check(PublishedPort subject, Deployment deployment)
    {
        // Reported at the later of the two, so that each pair is reported once.
        var ports = PublishedPorts.Of(subject.Target, deployment);
        if (ports.Before(subject) is not { } other)
        {
            yield break;
        }

        if (other.IsOfSame(subject))
        {
            yield return Twice(subject, other, deployment);
            yield break;
        }

        if (
            IsAlternative(other, subject, ports, deployment) && Alternatives(subject, ports, deployment).Take(2).ToList() is [_, var second]
        )
        {
            // One verdict for all, at the second.
            if (IsSame(second, subject))
            {
                var alternatives = Alternatives(subject, ports, deployment).ToList();
                var names = alternatives.Select(one => one.Workload.Name).ToList();
                yield return Warn(
                        subject.Port.Span,
                        $"{string.Join(", ", names.SkipLast(1))} and {names[^1]} publish host port {Number(subject)}. Only one of them can run at a time, so `docker compose up` fails."
                    )
                    .As(Severity.Low)
                    .Related(alternatives.Where(one => !IsSame(one, subject)).Select(one => one.Port.Span))
                    .Remedy("Give each a profile of its own, or a host port of its own.")
                    .Verify($"{TargetCommand.Compose(subject.Target.Name, deployment)} up -d");
            }

            yield break;
        }

        var message = $"{subject.Workload.Name} and {other.Workload.Name} both publish host port {Number(subject)}";
        var isCertain = subject.Workload.Profiles.Count == 0 && other.Workload.Profiles.Count == 0;
        var verdict = isCertain
            ? Fail(subject.Port.Span, $"{message}.")
            : Warn(subject.Port.Span, $"{message}. They cannot run at the same time.").As(Severity.Medium);
        yield return verdict
            .Related(other.Port.Span)
            .Related(subject.Port.Chain)
            .Related(other.Port.Chain)
            .Remedy($"Publish {subject.Workload.Name} on another port in {subject.Port.Span}.")
            .Verify($"{TargetCommand.Compose(subject.Target.Name, deployment)} up -d {other.Workload.Name} {subject.Workload.Name}");
    }

    /// <summary>Compose adds up the ports of the files that are loaded together.</summary>
    private Verdict Twice(PublishedPort subject, PublishedPort other, Deployment deployment) =>
        (
            subject.Workload.Profiles.Count == 0
                ? Fail(subject.Port.Span, Twice(subject, other))
                : Warn(subject.Port.Span, Twice(subject, other)).As(Severity.Medium)
        )
            .Related(other.Port.Span)
            .Remedy(
                subject.Port.Span.File == other.Port.Span.File
                    ? $"Remove one of {other.Port.Span} and {subject.Port.Span}."
                    : $"Write `ports: !override` in {subject.Port.Span.File.Path}, or remove {other.Port.Span}: Compose adds up the ports of its files."
            )
            .Verify($"{TargetCommand.Compose(subject.Target.Name, deployment)} up -d {subject.Workload.Name}");

    private static string Twice(PublishedPort subject, PublishedPort other) =>
        $"{subject.Workload.Name} publishes host port {Number(subject)} twice: as `{Text(other)}` and as `{Text(subject)}`.";

    private static string Number(PublishedPort published) => published.Port.PublishedAs ?? $"{published.Port.Published}";

    private static string Text(PublishedPort published) =>
        $"{(published.Port.HostAddress is { Length: > 0 } address ? address + ":" : "")}{Number(published)}:{published.Port.Container}";

    /// <summary>Data stores of one kind on one host port that no other service needs: meant to be started one by one.</summary>
    private static IEnumerable<PublishedPort> Alternatives(PublishedPort subject, PublishedPorts ports, Deployment deployment) =>
        ports.On(subject.Port).Where(one => IsAlternative(one, subject, ports, deployment));

    private static bool IsAlternative(PublishedPort one, PublishedPort subject, PublishedPorts ports, Deployment deployment) =>
        Speech(subject) is { } speech && Speech(one) == speech && one.Collides(subject) && !ports.IsAskedFor(one.Workload, deployment);

    /// <summary>How clients speak to a data store behind a port; null for anything else.</summary>
    private static string? Speech(PublishedPort published) =>
        published.Workload is { Image: null, Public: { Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Search } known }
            ? known.Ports.FirstOrDefault(port => port.Number == published.Port.Container)?.Scheme
            : null;

    private static bool IsSame(PublishedPort one, PublishedPort two) =>
        ReferenceEquals(one.Workload, two.Workload) && ReferenceEquals(one.Port, two.Port);
}
