using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A workload calls a host name that nothing in its target answers to.</summary>
internal sealed class HostUnresolved : Rule<EndpointUse>
{
    private const int MostNames = 8;

    // At most so many in a sentence.
    private const int MostPlaces = 12;

    private static readonly PerDeployment<ILookup<string, EndpointUse>> OfHost = new(deployment =>
        deployment.Endpoints.ToLookup(use => use.Host, StringComparer.Ordinal)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/host-unresolved",
            Title = "Unresolvable host name",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The name does not resolve, so every call fails, usually at the first request rather than at start.",
            Holds = "A workload of the target answers to the host name.",
        };

    // Monitoring has a rule of its own.
    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use =>
            use.Origin is not (EndpointOrigin.Scrape or EndpointOrigin.Monitoring or EndpointOrigin.Alert)
            && (use.Answer is HostAnswer.Workload or HostAnswer.Nobody or HostAnswer.Undecided || use.ToldAt is not null)
        );

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span, subject.Name);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        var near = subject.Near is { } meant ? $". `{meant}` exists" : "";
        switch (subject)
        {
            case { Answer: HostAnswer.Undecided, Near: null }:
                yield return Unknown(
                    subject.Span,
                    $"{EndpointWords.Names(subject)}; unknown whether it resolves: {subject.UndecidedBecause}."
                );
                break;
            case { Answer: HostAnswer.Undecided }:
                yield return WithRemedy(
                    Warn(subject.Span, $"{EndpointWords.Names(subject)}, but nothing in the repository answers to that name{near}."),
                    subject,
                    deployment
                );
                break;
            case { Answer: HostAnswer.Nobody, Callee: not null }:
                var words = $"{EndpointWords.Names(subject)}, but {HostNetworkWords.Reason(subject)}.";
                yield return (IsDoubtful(subject) ? Warn(subject.Span, words).As(Severity.Medium) : Fail(subject.Span, words))
                    .Related(HostNetworkWords.Places(subject))
                    .Related(subject.Chain)
                    .Remedy(HostNetworkWords.Remedy(subject))
                    .VerifyGone();
                break;
            // Compose rejects the whole project: orchestration/undefined-dependency reports it.
            case { Answer: HostAnswer.Nobody, Near: null } when IsAwaited(subject):
                break;
            case { Answer: HostAnswer.Nobody }:
                var other = HasItsName(subject, deployment);
                var message =
                    $"{EndpointWords.Names(subject)}, but nothing in {Target(subject)} answers to that name{(other is null ? near : $". Only {other.Name} maps it, in its extra_hosts")}.";
                yield return WithRemedy(
                        IsDoubtful(subject) || subject.StackOutside is not null
                            ? Warn(subject.Span, message).As(Severity.Medium)
                            : Fail(subject.Span, message),
                        subject,
                        deployment
                    )
                    .Related(
                        other
                            ?.ExtraHosts.FirstOrDefault(host => string.Equals(host.Value, subject.Host, StringComparison.OrdinalIgnoreCase))
                            ?.Span
                    );
                break;
            case { ToldAt: { } place }:
                yield return Pass(subject.Span, $"{EndpointWords.Names(subject)}, which exists outside ({place}).").Related(place);
                break;
            default:
                break;
        }
    }

    /// <summary>The caller waits for a service of that name, which its project does not define.</summary>
    private static bool IsAwaited(EndpointUse use) =>
        use.Caller is { Kind: TargetKind.Compose } caller
        && caller.DependsOn.Any(awaited => awaited.On is null && string.Equals(awaited.Name, use.Host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Another workload of the target that maps the name in its extra_hosts.</summary>
    private static Workload? HasItsName(EndpointUse use, Deployment deployment) =>
        deployment.Workloads.FirstOrDefault(workload =>
            workload.TargetName == use.Caller?.TargetName
            && workload.ExtraHosts.Any(host => string.Equals(host.Value, use.Host, StringComparison.OrdinalIgnoreCase))
        );

    // Collectors often run on a machine of their own, named by a private network.
    private static bool IsDoubtful(EndpointUse use) =>
        IsOfOthers(use) || EndpointWords.IsOfSharedFile(use) || IsTelemetry(use) || !use.IsRead;

    /// <summary>How a third-party program uses a word is not known.</summary>
    private static bool IsOfOthers(EndpointUse use) => use is { IsBareWord: true, Near: null, Caller.Image: null };

    /// <summary>Only traces and metrics are lost; the program keeps running.</summary>
    private static bool IsTelemetry(EndpointUse use) =>
        use.Variable is { } name && TelemetryWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> TelemetryWords =>
        ["OTEL", "OPENTELEMETRY", "OTLP", "TELEMETRY", "TRACING", "JAEGER", "ZIPKIN", "STATSD", "PYROSCOPE", "METRICS", "LOKI"];

    private static Verdict WithRemedy(Verdict verdict, EndpointUse use, Deployment deployment)
    {
        var places = PlaceList.Of([use.Span, .. SameHost(use, deployment).Select(other => other.Span)]);
        return verdict
            .Related(use.Chain)
            .Remedy(
                use.Near is { } near
                    ? $"Replace `{use.Host}` with `{near}` in {places}."
                    : $"Add {use.Host} to {Target(use)}, or write in {places} a host name that resolves there{Known(use)}."
            )
            .VerifyGone();
    }

    /// <summary>The other places of the target that have the same wrong name.</summary>
    private static IEnumerable<EndpointUse> SameHost(EndpointUse use, Deployment deployment) =>
        OfHost
            .Of(deployment)[use.Host]
            .Where(other =>
                other.Answer == use.Answer
                && other.Near == use.Near
                && other.Caller?.TargetName is { } target
                && target == use.Caller?.TargetName
            )
            .Take(MostPlaces);

    /// <summary>The other host names of the target.</summary>
    private static string Known(EndpointUse use) =>
        use.Candidates.Where(host => use.Caller?.HostNames.Contains(host) is not true).Take(MostNames).ToList() is { Count: > 0 } others
            ? $" ({Target(use)} has {string.Join(", ", others)})"
            : "";

    private static string Target(EndpointUse use) => use.Caller?.TargetName ?? "the target";
}
