using Seaworthy.Model;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;

namespace Seaworthy.Reading.Linking.Monitoring;

/// <summary>Addresses in the configurations of monitoring tools: what Prometheus scrapes, where alerts go, where Grafana asks, where logs and traces are sent.</summary>
internal static class MonitoringEndpoints
{
    public static IEnumerable<EndpointUse> Find(Deployment deployment, ILookup<string, Target> hosts) =>
        PrometheusFiles
            .Find(deployment)
            .SelectMany(file => Uses(deployment, file, Scraped(file), hosts))
            .Concat(MountedFiles.Find<AlertmanagerConfig>(deployment).SelectMany(file => Uses(deployment, file, Alerted(file), hosts)))
            .Concat(MountedFiles.Find<GrafanaProvisioning>(deployment).SelectMany(file => Uses(deployment, file, Asked(file), hosts)))
            .Concat(MountedFiles.Find<OtelCollectorConfig>(deployment).SelectMany(file => Uses(deployment, file, Exported(file), hosts)))
            .Concat(MountedFiles.Find<LogShipping>(deployment).SelectMany(file => Uses(deployment, file, Shipped(file), hosts)));

    private static IEnumerable<Named> Scraped(MountedFile file)
    {
        if (file.Artifact is not PrometheusConfig config)
        {
            yield break;
        }

        foreach (var job in config.Jobs.Where(job => !job.IsRedirected))
        {
            var scheme = job.Scheme?.Value ?? "http";
            foreach (var target in job.Targets)
            {
                if (target.Host is { } host && Address.OfHost(scheme, host) is { } address)
                {
                    yield return new Named(
                        EndpointOrigin.Scrape,
                        $"job {job.Name.Value}",
                        address with
                        {
                            Port = target.Port,
                            Path = job.MetricsPath?.Value ?? "/metrics",
                        },
                        target.Address.Span
                    );
                }
            }
        }

        foreach (var target in config.Alertmanagers)
        {
            if (target.Host is { } host && Address.OfHost("http", host) is { } address)
            {
                yield return new Named(EndpointOrigin.Alert, "alerting", address with { Port = target.Port }, target.Address.Span);
            }
        }
    }

    // A receiver without a route gets no alerts.
    private static IEnumerable<Named> Alerted(MountedFile file)
    {
        var config = (AlertmanagerConfig)file.Artifact;
        return from receiver in config.Receivers
            where config.RoutedReceivers.Any(routed => routed.Value == receiver.Name.Value)
            from written in receiver.Addresses
            where !written.Value.Contains('$', StringComparison.Ordinal) && !written.Value.Contains("{{", StringComparison.Ordinal)
            from address in OfText(written.Value)
            select new Named(EndpointOrigin.Alert, $"receiver {receiver.Name.Value}", address, written.Span);
    }

    private static IEnumerable<Named> Asked(MountedFile file) =>
        from source in ((GrafanaProvisioning)file.Artifact).DataSources
        from shown in Written($"data source {source.Name.Value}", source.Url)
        select shown;

    private static IEnumerable<Named> Exported(MountedFile file)
    {
        var config = (OtelCollectorConfig)file.Artifact;
        // The exporter "prometheus" listens there, and one that no pipeline uses sends nothing.
        return from exporter in config.Exporters
            where exporter.Name.Value.Split('/')[0] is not "prometheus" && config.Used.Any(used => used.Value == exporter.Name.Value)
            from shown in Written($"exporter {exporter.Name.Value}", exporter.Endpoint)
            select shown;
    }

    private static IEnumerable<Named> Shipped(MountedFile file) =>
        ((LogShipping)file.Artifact).Destinations.SelectMany(destination => Written("client", destination));

    private static IEnumerable<Named> Written(string what, Fact<string>? written) =>
        written is null || written.Value.Contains('$', StringComparison.Ordinal)
            ? []
            : OfText(written.Value).Select(address => new Named(EndpointOrigin.Monitoring, what, address, written.Span));

    private static IEnumerable<Address> OfText(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? Address.OfUrl(text)
        : Address.OfHost("", text) is { } address ? [address]
        : [];

    private static IEnumerable<EndpointUse> Uses(
        Deployment deployment,
        MountedFile file,
        IEnumerable<Named> addresses,
        ILookup<string, Target> everywhere
    )
    {
        HostDirectory hosts = new(file.Target, everywhere);
        foreach (var (origin, what, address, span) in addresses)
        {
            var (answer, callee, why) = hosts.Find(file.Workload, address);
            var apart = answer == HostAnswer.Undecided ? ElsewhereApart(deployment, file, address) : null;
            yield return new EndpointUse
            {
                Caller = file.Workload,
                Subject = $"{file.Workload.Name} ({what})",
                Origin = origin,
                Scheme = address.Scheme,
                Host = address.Host,
                Port = address.Port ?? SchemePorts.Of(address.Scheme),
                Path = address.Path,
                Method = "GET",
                Span = span,
                Chain = [file.Place],
                Answer = answer,
                Callee = callee ?? apart,
                Candidates = hosts.Known,
                UndecidedBecause = why,
            };
        }
    }

    /// <summary>A workload of another project that has the name, and that is on none of the networks of the caller: even side by side they would not meet.</summary>
    private static Workload? ElsewhereApart(Deployment deployment, MountedFile file, Address address)
    {
        var others = deployment
            .Targets.Where(target => target.Name != file.Target.Name && target.Kind == file.Target.Kind)
            .SelectMany(target => target.Workloads)
            .Where(workload => workload.HostNames.Contains(address.Host))
            .OrderBy(workload => workload.TargetName.Count(letter => letter == '/'))
            .ToList();
        return
            file.Workload.Networks.Count > 0
            && !file.Target.ExternalNetworks.Any(network => file.Workload.Networks.Any(own => own.Value == network.Value))
            && others.TrueForAll(other =>
                other.Networks.Count > 0 && !other.Networks.Any(network => file.Workload.Networks.Any(own => own.Value == network.Value))
            )
            ? others.FirstOrDefault()
            : null;
    }

    /// <summary>An address as a file names it.</summary>
    private sealed record Named(EndpointOrigin Origin, string What, Address Address, SourceSpan Span);
}
