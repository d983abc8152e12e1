using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A container is told to find another workload at localhost, which is itself.</summary>
internal sealed class LocalhostInContainer : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/localhost-in-container",
            Title = "localhost used for another container",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Inside a container localhost is the container itself: the call is refused.",
            Holds = "The address names a workload, not the container itself.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use =>
            use is { Caller: { } caller, IsUnread: false }
            && (
                use.Variable is { } variable ? !OutsideNames.Has(variable) || variable.StartsWith("eureka.", StringComparison.Ordinal)
                : use.Origin == EndpointOrigin.Proxy ? RunsAlone(caller)
                : use.Origin == EndpointOrigin.Code
            )
            && use.Answer is HostAnswer.Loopback or HostAnswer.Workload
        );

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (
            subject.Answer != HostAnswer.Loopback
            || subject.Caller is not { } caller
            || CallsItself(caller, subject)
            || IsStartedBeside(caller, subject, deployment)
            || BrowserAddress.Is(caller, subject, deployment)
            // Its hosts file leads the name elsewhere: `extra_hosts: ["localhost:host-gateway"]`.
            || caller.ExtraHosts.Any(host => host.Value == "localhost")
        )
        {
            yield break;
        }

        if (Switch(caller, subject) is { } off)
        {
            yield return Warn(
                    subject.Span,
                    $"{EndpointWords.Names(subject)}, but inside the container that is {caller.Name} itself; it matters once {off.Name} is switched on."
                )
                .As(Severity.Low)
                .Related(off.Span, "switched off")
                .Related(subject.Chain)
                .Remedy($"Name the workload in {subject.Span} before {off.Name} is switched on.")
                .VerifyGone();
            yield break;
        }

        if (OfImage(caller, subject) && caller.SuppliesMoreBecause is { } why)
        {
            yield return Unknown(
                subject.Span,
                $"{EndpointWords.Names(subject)}, which inside the container is {caller.Name} itself; whether the container is given another value cannot be told: {why}."
            );
            yield break;
        }

        var meant = Meant(deployment, caller, subject);

        // A property is often there for the day when something stands beside; what a process of unknown ports has built in may be itself.
        if (
            meant is null
            && (subject.Origin == EndpointOrigin.Property || (subject.Origin == EndpointOrigin.Code && !caller.Listens.IsComplete))
        )
        {
            yield break;
        }

        var message = $"{EndpointWords.Names(subject)}, but inside the container that is {caller.Name} itself";
        yield return meant is not null
            ? Meaning(subject, caller, meant, $"{message}; {meant.Name} answers on {subject.Port} in {caller.TargetName}.")
                .Related(meant.Span)
                .Related(subject.Chain)
                .Remedy($"Name the workload in {subject.Span}: `{meant.HostNames[0]}:{subject.Port}`.")
                .VerifyGone()
        : Twin(subject, deployment) is { Callee: { } other } twin
            ? Warn(subject.Span, $"{message}, and it listens on no such port; {twin.Span} gives it {other.Name}.")
                .Related(twin.Span)
                .Related(subject.Chain)
                .Remedy($"Name the workload that answers in {subject.Span}, as {twin.Span} does, or `host.docker.internal` for the host.")
                .VerifyGone()
        : Unknown(
            subject.Span,
            $"{message}, which was seen to listen on no such port; whether anything but a browser calls it cannot be told."
        );
    }

    /// <summary>Elsewhere the same variable has a workload's name: what reads it runs in a container, and no browser.</summary>
    private static EndpointUse? Twin(EndpointUse subject, Deployment deployment) =>
        deployment.Endpoints.FirstOrDefault(other =>
            subject.Variable is { } variable
            && other.Variable == variable
            && other is { Answer: HostAnswer.Workload, Callee: not null }
            && other.Port == subject.Port
        );

    /// <summary>The image's own value, which whatever the container is given replaces.</summary>
    private static bool OfImage(Workload caller, EndpointUse use) =>
        use.Variable is { } name && caller.Supplied.LastOrDefault(variable => variable.Name == name) is { Origin: SupplyOrigin.ImageEnv };

    /// <summary>
    /// An address that a program hands on, to a browser or as an allowed origin, looks like one that it calls: certain are a data store, which no browser talks to, and a proxy's own line.
    /// </summary>
    private Verdict Meaning(EndpointUse use, Workload caller, Workload meant, string message) =>
        use.Origin == EndpointOrigin.Code || EndpointWords.IsOfSharedFile(use) ? Warn(use.Span, message).As(Severity.Medium)
        : use.IsRead
        && (
            use.Variable is null
            || meant.Public?.Role is ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore
        )
            ? Fail(use.Span, message)
        : Warn(use.Span, message).As(Severity.Medium);

    /// <summary>What turns off all that the address is for: <c>MAIL_ENABLED=false</c> beside <c>MAIL_HOST</c>, <c>APP_MAIL_ENABLED</c> as well.</summary>
    private static SuppliedVariable? Switch(Workload caller, EndpointUse use) =>
        use.Variable is { } variable
            ? caller
                .Supplied.Where(other => other.Name.EndsWith("_ENABLED", StringComparison.Ordinal))
                .LastOrDefault(other => IsBegunBy(variable, other.Name[..^"_ENABLED".Length]))
                is { Value.Text: { } text } found
            && text.Trim() is "false" or "False" or "FALSE" or "0" or "no" or "off"
                ? found
                : null
            : null;

    private static bool IsBegunBy(string variable, string stem) =>
        Enumerable
            .Range(0, stem.Length)
            .Where(at => at == 0 || stem[at - 1] == '_')
            .Any(at => variable.StartsWith(stem[at..] + "_", StringComparison.Ordinal));

    /// <summary>The proxy that its image is made for, and nothing beside it in the same container.</summary>
    private static bool RunsAlone(Workload caller) =>
        (
            caller.Image is { } image
                ? image.Final is { Entrypoint: null, PublicBase.Role: ImageRole.WebServer or ImageRole.Proxy }
                    && (image.Final.Command is null || caller.Start is not null)
                : caller is { Public.Role: ImageRole.WebServer or ImageRole.Proxy }
        )
        && caller.Start?.Whole.All(IsServer) != false;

    /// <summary><c>nginx -g 'daemon off;'</c>: what the image would start by itself.</summary>
    private static bool IsServer(ShellCommand command) =>
        command.Program is "nginx" or "caddy" or "haproxy" or "traefik" or "httpd-foreground";

    /// <summary>A process may call itself; one whose ports are not known may as well.</summary>
    private static bool CallsItself(Workload caller, EndpointUse use) =>
        use.Port is not { } port
        || caller.Listens.Contains(port)
        // The product that its image is built on, with all that it starts beside itself.
        || caller.Image?.Final.PublicBase?.Ports.Any(known => known.Number == port) is true
        // What others made is told where it is seen from outside.
        || (caller.Image is null && caller.Ports.Any(binding => binding.Published == port))
        // Whoever lets others in on the port has something answer there.
        || caller.Ports.Any(binding => binding.Container == port);

    /// <summary>A script that starts several programs in one container names their ports: <c>run_service events 8082</c>.</summary>
    private static bool IsStartedBeside(Workload caller, EndpointUse use, Deployment deployment) =>
        use.Port is { } port
        && caller.Start is { } start
        && deployment
            .Of<ShellScript>()
            .Any(script =>
                start.Text.Contains(script.File.Name, StringComparison.Ordinal)
                && caller.Image?.Dockerfile.File.Directory is { } directory
                && script.File.IsBelow(directory)
                && script.Commands.Any(command => command.Words.Any(word => word.Literal == $"{port}"))
            );

    private static Workload? Meant(Deployment deployment, Workload caller, EndpointUse use)
    {
        var others =
            deployment
                .Targets.FirstOrDefault(target => target.Name == caller.TargetName)
                ?.Workloads.Where(other => other.Name != caller.Name)
                .ToList()
            ?? [];
        var answering = others.Where(other => use.Port is { } port && other.Listens.Contains(port)).ToList();
        return answering.Count == 1 && answering[0].HostNames.Count > 0 ? answering[0] : null;
    }
}
