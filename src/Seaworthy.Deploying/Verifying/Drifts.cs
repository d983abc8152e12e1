using System.Globalization;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying;

/// <summary>What runs held against what is declared. Pure.</summary>
public static class Drifts
{
    /// <param name="input">What is declared.</param>
    /// <param name="system">What runs.</param>
    public static IReadOnlyList<Drift> Of(PlanInput input, RunningSystem system)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(system);
        return
        [
            .. input.Project.Services.Where(service => !service.IsOneOff).SelectMany(service => Of(input, service, system)),
            .. OfProxy(input, system),
            .. OfCertificates(input, system),
            .. Unknown(input, system),
        ];
    }

    private static IEnumerable<Drift> Of(PlanInput input, ServiceDefinition service, RunningSystem system)
    {
        var running = system.State.Running(service.Name);
        var wanted = Planner.Containers(input.Project.Name, service, input.Release).Count;
        if (running.Count != wanted)
        {
            yield return new Drift(
                service.Name,
                string.Create(CultureInfo.InvariantCulture, $"{running.Count} containers run, and {wanted} are declared")
            );
        }

        foreach (var text in running.SelectMany(container => Of(input, service, container, system)))
        {
            yield return new Drift(service.Name, text);
        }
    }

    private static IEnumerable<string> Of(PlanInput input, ServiceDefinition service, ObservedContainer container, RunningSystem system)
    {
        if (input.Images.GetValueOrDefault(service.Name) is { } image && service.Build is null && container.Image != image)
        {
            yield return $"{container.Name} runs another image than {service.Image} names now";
        }

        if (input.Configurations.GetValueOrDefault(service.Name) is { } configuration && container.Configuration != configuration)
        {
            yield return $"{container.Name} was made of another definition or other values";
        }

        if (container.Health == "unhealthy")
        {
            yield return $"{container.Name} is unhealthy: {container.HealthOutput}";
        }

        if (container.Restarts > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{container.Name} was started again {container.Restarts} times");
        }

        foreach (var variable in service.Environment.Where(variable => !container.VariableNames.Contains(variable.Name)))
        {
            yield return $"{container.Name} has no variable {variable.Name}";
        }

        foreach (var mount in service.Mounts.Where(mount => !container.MountTargets.Contains(mount.Target)))
        {
            yield return $"{container.Name} has nothing mounted at {mount.Target}";
        }

        foreach (var network in service.Networks.Where(network => !container.Addresses.ContainsKey(network.Network)))
        {
            yield return $"{container.Name} is not in the network {network.Network}";
        }

        if (system.Listening.GetValueOrDefault(container.Name) is { } listening)
        {
            foreach (var port in service.Listens.Where(port => !listening.Contains(port.Number)))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"nothing listens on {port.Number} in {container.Name}");
            }
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
            yield return new Drift("proxy", "the proxy does not run");
            yield break;
        }

        if (proxy.Configuration != input.ProxyConfiguration)
        {
            yield return new Drift("proxy", "ports or names changed since the proxy was started");
        }

        foreach (var backend in input.Proxy.Backends)
        {
            var running = system.State.Running(backend.Service).Select(container => container.Name).ToHashSet(StringComparer.Ordinal);
            if (!system.Proxy.Any(server => server.Backend == backend.Name && server.IsUp && running.Contains(server.Server)))
            {
                yield return new Drift(
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
                yield return new Drift("proxy", $"clients of {host} are shown no certificate");
            }
            else if (served.NotAfter < system.At + ServedCertificate.Warning)
            {
                yield return new Drift(
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
            .Select(container => new Drift(container.Service, $"{container.Name} runs, and its service is not declared"));
}
