using System.Globalization;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying.Containers;

namespace Seaworthy.Deploying.Verifying;

/// <summary>What runs held against what is declared. Pure.</summary>
public static class Drifts
{
    /// <param name="input">What is declared.</param>
    /// <param name="system">What runs.</param>
    public static Verification Of(PlanInput input, RunningSystem system)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(system);
        return Verification.Of(
            Asked(input, system),
            [
                .. input.Project.Services.Where(service => !service.IsOneOff).SelectMany(service => Of(input, service, system)),
                .. OfProxy(input, system),
                .. OfCertificates(input, system),
                .. Unknown(input, system),
            ]
        );
    }

    private static IEnumerable<DriftKind> Asked(PlanInput input, RunningSystem system) =>
        [
            DriftKind.Replicas,
            DriftKind.Undeclared,
            DriftKind.Image,
            DriftKind.Definition,
            DriftKind.Health,
            DriftKind.Restarts,
            DriftKind.Variables,
            DriftKind.Mounts,
            DriftKind.Networks,
            DriftKind.Published,
            DriftKind.Settings,
            .. system.Listening.Count > 0 ? (DriftKind[])[DriftKind.Listening] : [],
            .. input.Proxy.IsNeeded ? (DriftKind[])[DriftKind.Proxy] : [],
            .. input.Proxy.CertifiedHosts.Any() ? (DriftKind[])[DriftKind.Certificate] : [],
        ];

    private static IEnumerable<Drift> Of(PlanInput input, ServiceDefinition service, RunningSystem system)
    {
        var running = system.State.Running(service.Name);
        var wanted = Planner.Containers(input.Project.Name, service, input.Release).Count;
        if (running.Count != wanted)
        {
            yield return new Drift(
                DriftKind.Replicas,
                service.Name,
                string.Create(CultureInfo.InvariantCulture, $"{running.Count} containers run, and {wanted} are declared")
            );
        }

        foreach (
            var container in system.State.Containers.Where(each =>
                each is { Role: "service", IsRunning: false, IsOutOfMemory: true }
                && each.Service == service.Name
                && running.All(other => other.Release < each.Release)
            )
        )
        {
            yield return new Drift(
                DriftKind.Restarts,
                service.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{container.Name} ran out of memory, and ended with exit code {container.ExitCode}"
                )
            );
        }

        foreach (var drift in running.SelectMany(container => ContainerDrifts.Of(input, service, container, system)))
        {
            yield return drift;
        }
    }

    private static IEnumerable<Drift> OfProxy(PlanInput input, RunningSystem system)
    {
        if (!input.Proxy.IsNeeded)
        {
            yield break;
        }

        if (system.State.Proxy is not { IsRunning: true } proxy)
        {
            yield return new Drift(DriftKind.Proxy, "proxy", "the proxy does not run");
            yield break;
        }

        if (proxy.Configuration != input.ProxyConfiguration)
        {
            yield return new Drift(DriftKind.Proxy, "proxy", "ports or names changed since the proxy was started");
        }

        foreach (
            var text in NetworkDrifts
                .Of(input.Proxy.Networks, proxy, hasNames: true)
                .Concat(
                    NetworkDrifts.OfPorts(
                        input.Proxy.Frontends.Select(frontend => frontend.Published?.To(frontend.Port)).OfType<string>(),
                        proxy
                    )
                )
        )
        {
            yield return new Drift(DriftKind.Proxy, "proxy", text);
        }

        foreach (var backend in input.Proxy.Backends)
        {
            var running = system.State.Running(backend.Service).Select(container => container.Name).ToHashSet(StringComparer.Ordinal);
            if (!system.Proxy.Any(server => server.Backend == backend.Name && server.IsUp && running.Contains(server.Server)))
            {
                yield return new Drift(
                    DriftKind.Proxy,
                    backend.Service,
                    string.Create(CultureInfo.InvariantCulture, $"the proxy reaches no container of it on port {backend.Port}")
                );
            }
        }
    }

    private static IEnumerable<Drift> OfCertificates(PlanInput input, RunningSystem system)
    {
        foreach (var host in input.Proxy.CertifiedHosts)
        {
            if (system.Certificates.GetValueOrDefault(host) is not { } served)
            {
                yield return new Drift(DriftKind.Certificate, "proxy", $"clients of {host} are shown no certificate");
            }
            else if (ServedCertificate.EndsSoon(served.NotAfter, system.At))
            {
                yield return new Drift(
                    DriftKind.Certificate,
                    "proxy",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the certificate of {host} {(served.NotAfter < system.At ? "expired" : "expires")} on {served.NotAfter:yyyy-MM-dd}"
                    )
                );
            }
        }
    }

    private static IEnumerable<Drift> Unknown(PlanInput input, RunningSystem system) =>
        system
            .State.Containers.Where(container =>
                container is { Role: "service", IsRunning: true } && input.Project.Find(container.Service) is null
            )
            .Select(container => new Drift(
                DriftKind.Undeclared,
                container.Service,
                $"{container.Name} runs, and its service is not declared"
            ));
}
