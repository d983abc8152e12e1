using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A container looks for another workload at localhost, which is the container itself.</summary>
internal sealed class LocalhostInContainer : Rule<EndpointUse>
{
    private const int LeastName = 4;

    // Addresses of these are given to programs as origins and for links.
    private static readonly string[] OfBrowsers = ["front", "client", "web", "ui", "app", "site", "admin", "dashboard", "portal"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/localhost-in-container",
            Title = "localhost used inside container",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Inside a container localhost is the container itself, so the connection is refused.",
            Holds = "The address names another workload.",
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

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span, subject.Name);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (
            subject.Answer != HostAnswer.Loopback
            || subject.Caller is not { } caller
            || CallsItself(caller, subject)
            || IsStartedBeside(caller, subject, deployment)
            || BrowserAddress.Is(caller, subject, deployment)
            // extra_hosts maps the name elsewhere: `extra_hosts: ["localhost:host-gateway"]`.
            || caller.ExtraHosts.Any(host => host.Value == "localhost")
        )
        {
            yield break;
        }

        if (Switch(caller, subject) is { } off)
        {
            yield return Warn(
                    subject.Span,
                    $"{EndpointWords.Names(subject)}, but inside the container that is {caller.Name} itself. It matters once {off.Name} is on."
                )
                .As(Severity.Low)
                .Related(off.Span, "switched off")
                .Related(subject.Chain)
                .Remedy($"Name the workload in {subject.Span} before you switch {off.Name} on.")
                .VerifyGone();
            yield break;
        }

        if (OfImage(caller, subject) && caller.SuppliesMoreBecause is { } why)
        {
            yield return Unknown(
                subject.Span,
                $"{EndpointWords.Names(subject)}, which is {caller.Name} itself; unknown whether another value is set: {why}."
            );
            yield break;
        }

        var meant = Meant(deployment, caller, subject);

        // A property is often written for later use; a default in a process of unknown ports may mean the process itself.
        if (
            meant is null
            && (subject.Origin == EndpointOrigin.Property || (subject.Origin == EndpointOrigin.Code && !caller.Listens.IsComplete))
        )
        {
            yield break;
        }

        var message = $"{EndpointWords.Names(subject)}, but inside the container that is {caller.Name} itself";
        yield return meant is not null
            ? Meaning(subject, caller, meant, $"{message}. In {caller.TargetName}, {meant.Name} listens on {subject.Port}.")
                .Related(meant.Span)
                .Related(subject.Chain)
                .Remedy($"Write `{meant.HostNames[0]}:{subject.Port}` in {subject.Span}.")
                .VerifyGone()
        : Twin(subject, deployment) is { Callee: { } other } twin
            ? Warn(subject.Span, $"{message}, which does not listen on that port. {twin.Span} sets it to {other.Name}.")
                .Related(twin.Span)
                .Related(subject.Chain)
                .Remedy(
                    caller.Kind is TargetKind.CloudRun or TargetKind.ContainerApps
                        ? $"Write in {subject.Span} the address that the platform gives the service: nothing else runs in the container."
                        : $"Name the workload in {subject.Span}, as {twin.Span} does, or `host.docker.internal` for the host."
                )
                .VerifyGone()
        : Unknown(subject.Span, $"{message}, which does not listen on that port; unknown whether only a browser calls it.");
    }

    /// <summary>Another place sets the same variable to a workload's name, so a container reads it and no browser.</summary>
    private static EndpointUse? Twin(EndpointUse subject, Deployment deployment) =>
        deployment.Endpoints.FirstOrDefault(other =>
            subject.Variable is { } variable
            && other.Variable == variable
            && other is { Answer: HostAnswer.Workload, Callee: not null }
            && other.Port == subject.Port
        );

    /// <summary>The image's own value, which the target may replace.</summary>
    private static bool OfImage(Workload caller, EndpointUse use) =>
        use.Variable is { } name && caller.Supplied.LastOrDefault(variable => variable.Name == name) is { Origin: SupplyOrigin.ImageEnv };

    /// <summary>
    /// An address for a browser or an allowed origin looks like one that the program calls. Certain are data stores, which no browser calls, and a proxy's own line.
    /// </summary>
    private Verdict Meaning(EndpointUse use, Workload caller, Workload meant, string message) =>
        use.Origin == EndpointOrigin.Code || EndpointWords.IsOfSharedFile(use) ? Warn(use.Span, message).As(Severity.Medium)
        : use.IsRead
        && (
            use.Variable is null
            || meant.Public?.Role is ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore
        )
            ? Fail(use.Span, message)
        : IsNamedAfter(use, meant) ? Warn(use.Span, message)
        : Warn(use.Span, message).As(Severity.Medium);

    /// <summary><c>CATALOG_URL</c> for the service <c>catalog</c>: a program's address, and no origin that a browser comes from.</summary>
    private static bool IsNamedAfter(EndpointUse use, Workload meant) =>
        use is { IsRead: true, Variable: { } variable }
        && meant.Name.Length >= LeastName
        && SecretNames.Letters(variable).StartsWith(SecretNames.Letters(meant.Name), StringComparison.Ordinal)
        && !OfBrowsers.Any(word => meant.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The variable that switches off the use of the address: <c>MAIL_ENABLED=false</c> beside <c>MAIL_HOST</c>, <c>APP_MAIL_ENABLED</c> as well.</summary>
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

    /// <summary>The image's proxy runs alone in the container.</summary>
    private static bool RunsAlone(Workload caller) =>
        (
            caller.Image is { } image
                ? image.Final is { Entrypoint: null, PublicBase.Role: ImageRole.WebServer or ImageRole.Proxy }
                    && (image.Final.Command is null || caller.Start is not null)
                : caller is { Public.Role: ImageRole.WebServer or ImageRole.Proxy }
        )
        && caller.Start?.Whole.All(IsServer) != false;

    /// <summary><c>nginx -g 'daemon off;'</c>: the image's own start command.</summary>
    private static bool IsServer(ShellCommand command) =>
        command.Program is "nginx" or "caddy" or "haproxy" or "traefik" or "httpd-foreground";

    /// <summary>A process may call itself; one whose ports are not known may as well.</summary>
    private static bool CallsItself(Workload caller, EndpointUse use) =>
        use.Port is not { } port
        || caller.Listens.Contains(port)
        // The product of the base image, with everything that it starts.
        || caller.Image?.Final.PublicBase?.Ports.Any(known => known.Number == port) is true
        // A third-party image may be configured with its own published address.
        || (caller.Image is null && caller.Ports.Any(binding => binding.Published == port))
        // A published port has something listening there.
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
