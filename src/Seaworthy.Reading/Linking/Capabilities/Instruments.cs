using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether deployed services measure themselves, and whether their errors are collected.</summary>
internal static class Instruments
{
    private static readonly string[] Renderers = ["next", "nuxt", "astro", "@sveltejs/kit", "vite", "react", "@angular/core"];

    // Programs that gather numbers, in a target beside what they are of.
    private static readonly string[] Collectors =
    [
        "prom/prometheus",
        "victoria-metrics",
        "vmagent",
        "opentelemetry-collector",
        "grafana/alloy",
        "datadog/agent",
        "netdata",
        "telegraf",
        "cadvisor",
        "signoz",
    ];

    // What the library of the language has for it: it mails the errors that are logged.
    private static readonly string[] Mailers = ["SMTPHandler", "AdminEmailHandler", "SMTPAppender"];

    // Sentry then gathers how long requests take, and how many fail.
    private static readonly string[] Tracers = ["tracesSampleRate", "traces_sample_rate", "tracesSampler"];

    // Django mails them the errors of requests without being asked.
    private static readonly string[] Recipients = ["ADMINS ="];

    private static readonly string[] AgentNames =
    [
        "newrelic.jar",
        "newrelic-agent.jar",
        "dd-java-agent",
        "opentelemetry-javaagent",
        "elastic-apm-agent",
        "applicationinsights-agent",
        "skywalking-agent",
        "pinpoint-bootstrap",
    ];

    // A declared handler is called when errors are counted.
    private static readonly string[] CloudAlarms =
    [
        "aws_cloudwatch_metric_alarm",
        "google_monitoring_alert_policy",
        "azurerm_monitor_metric_alert",
        "Microsoft.Insights/metricAlerts@",
        "Microsoft.Insights/scheduledQueryRules@",
    ];

    // Written as a whole: "./metrics" is a module.
    private static readonly string[] MetricPaths = ["\"/metrics\"", "'/metrics'", "`/metrics`"];

    // They draw numbers of what runs on their hosts, without a package in it.
    private static readonly string[] OutsideMeters = ["Application Insights", "CloudWatch", "Datadog", "New Relic"];

    private const string NotRead = "the infrastructure is declared in an unsupported language";

    public static IEnumerable<Capability> Find(DeployedParts parts) =>
        parts.Scale.IsDeployed && parts.Servers.Count > 0
            ? [Instrument(parts, CapabilityKind.Metrics, Collected(parts)), Instrument(parts, CapabilityKind.ErrorTracking, Mailed(parts))]
            : [];

    private static Capability Instrument(DeployedParts parts, CapabilityKind kind, IEnumerable<Fact<string>> collected)
    {
        var measured = Measured(parts, kind);
        var with = parts.Servers.Select(server => parts.PackageOf(kind, server)).OfType<Fact<string>>().ToList();
        List<Fact<string>> evidence =
        [
            .. collected.Concat(Agents(parts)).Concat(with).Concat(parts.SharedPackageOf(kind) is { } shared ? [shared] : []).Take(4),
        ];
        List<Fact<string>> without =
        [
            .. measured
                .Where(server => parts.PackageOf(kind, server) is null)
                .Select(server => new Fact<string>(server.Title, DeployedParts.PlaceOf(server))),
        ];
        // A platform draws the use of processor and memory by itself.
        var why =
            kind != CapabilityKind.Metrics ? OwnChannel(parts)
            : parts.IsOnPlatformsOnly || PlatformCalls.BringAll(parts) ? "the platform has its own metrics"
            : PlatformCalls.CloudRun(parts) is { } run ? $"{run} deploys to Cloud Run, which counts requests and errors"
            : parts.Signs.Infrastructure is not null ? NotRead
            : MeasuredUnseen(parts);
        var level =
            evidence.Count > 0 ? CapabilityLevel.Present
            : why is not null ? CapabilityLevel.Unknown
            : CapabilityLevel.Absent;
        return new Capability(kind, level, "the repository", (without is [var first, ..] ? first : Named(parts)).Span)
        {
            Evidence = evidence,
            Wanting = without,
            UnknownBecause = why,
        };
    }

    /// <summary>Why numbers may be there although nothing that is read gathers them; null when nothing looks like it.</summary>
    private static string? MeasuredUnseen(DeployedParts parts) =>
        WordSearch.First(parts.ServerSources, MetricPaths) is { } path
            ? $"{path.File.Path} names the path /metrics, but it is unknown what answers there"
        : WordSearch.First(
            parts.Deployment.Of<Document>().Select(document => document.File).Where(file => !DeployedParts.IsAside(file)),
            OutsideMeters
        )
            is { } mention
            ? $"{mention.File.Path} names a service that monitors from outside"
        : parts.Servers.SelectMany(server => server.Properties).SelectMany(file => file.All).FirstOrDefault(ExposesNumbers) is { } exposed
            ? $"Spring Boot's actuator serves metrics ({exposed.Span}), but nothing in the repository reads them"
        : parts.Servers.Select(server => FirstActuator(parts.Deployment, server)).OfType<Fact<string>>().FirstOrDefault() is { } first
            ? $"the actuator of Spring Boot 1 serves /metrics ({first.Span}), but nothing in the repository reads it"
        : null;

    /// <summary>Before Spring Boot 2 the actuator serves /metrics without being asked.</summary>
    /// <remarks>Source: Spring Boot 1.5 reference, "Endpoints", "Metrics".</remarks>
    private static Fact<string>? FirstActuator(Deployment deployment, Component server) =>
        SpringBootRelease.Of(deployment, server) is { Value: ['1', '.', ..] }
        && server
            .Manifests.OfType<JavaBuild>()
            .SelectMany(build => build.Dependencies)
            .FirstOrDefault(dependency => dependency.Name.EndsWith("spring-boot-starter-actuator", StringComparison.Ordinal))
            is { } actuator
            ? new Fact<string>(actuator.Name, actuator.Span)
            : null;

    /// <remarks>Source: Spring Boot reference, "Endpoints", "Exposing Endpoints".</remarks>
    private static bool ExposesNumbers(ApplicationProperty property) =>
        property.Canonical.StartsWith("management.endpoints.web.exposure.include", StringComparison.Ordinal)
        && property.Value.Raw is var shown
        && (
            shown.Contains('*', StringComparison.Ordinal)
            || shown.Contains("metrics", StringComparison.Ordinal)
            || shown.Contains("prometheus", StringComparison.Ordinal)
        );

    // What renders pages for a browser says little of how the service does, where there is more than that.
    private static List<Component> Measured(DeployedParts parts, CapabilityKind kind) =>
        kind == CapabilityKind.Metrics
        && parts.Servers.Where(server => !server.Frameworks.Overlaps(Renderers)).ToList() is { Count: > 0 } services
            ? services
            : [.. parts.Servers];

    /// <summary>What an image or a start script puts beside the program, which itself asks for no package: <c>-javaagent:newrelic.jar</c>.</summary>
    private static IEnumerable<Fact<string>> Agents(DeployedParts parts) =>
        WordSearch.First(
            parts
                .Deployment.Of<Dockerfile>()
                .Select(dockerfile => dockerfile.File)
                .Concat(parts.Deployment.Of<ShellScript>().Select(script => script.File))
                .Where(file => !DeployedParts.IsAside(file)),
            AgentNames
        )
            is { } place
            ? [new Fact<string>(place.Line, place)]
            : [];

    private static Fact<string> Named(DeployedParts parts) => new(parts.Servers[0].Title, DeployedParts.PlaceOf(parts.Servers[0]));

    /// <summary>Why errors may reach people by code of the repository's own; null when nothing looks like it.</summary>
    private static string? OwnChannel(DeployedParts parts) =>
        OwnAlerts.Find(parts.ServerSources) is { } own ? $"{own} sends messages to people, but it is unknown about which errors" : null;

    /// <summary>Somebody is mailed the errors that are logged.</summary>
    private static IEnumerable<Fact<string>> Mailed(DeployedParts parts) =>
        (
            WordSearch.First(parts.ServerSources, Mailers)
            ?? WordSearch.First(DjangoSettings(parts), Recipients)
            ?? WordSearch.First(
                parts.Deployment.Artifacts.Where(artifact => artifact is TerraformFile or BicepFile).Select(artifact => artifact.File),
                CloudAlarms
            )
        )
            is { } place
            ? [new Fact<string>(place.Text, place)]
            : [];

    private static IEnumerable<SourceFile> DjangoSettings(DeployedParts parts) =>
        DeployedParts
            .SourcesOf(parts.Servers.Where(server => server.Frameworks.Contains("django")))
            .Where(file => file.Path.Contains("settings", StringComparison.Ordinal));

    /// <summary>Something reads numbers from what runs here: Prometheus, the operator's monitors, a route for them.</summary>
    private static IEnumerable<Fact<string>> Collected(DeployedParts parts) =>
        parts
            .Servers.SelectMany(server => server.Routes)
            .Where(route => route.Path.Text.EndsWith("/metrics", StringComparison.Ordinal))
            .Select(route => new Fact<string>(route.Path.Text, route.Span))
            .Concat(
                parts
                    .Deployment.Of<PrometheusConfig>()
                    .Where(config => config.Jobs.Count > 1 && !DeployedParts.IsAside(config.File))
                    .Select(config => new Fact<string>(config.File.Path, config.File.Whole))
            )
            .Concat(
                parts
                    .Deployment.KubernetesStacks.SelectMany(stack => stack.Of<ServiceMonitor>())
                    .Select(monitor => new Fact<string>(monitor.ToString(), monitor.Span))
            )
            .Concat(
                parts
                    .Targets.SelectMany(target => target.Workloads)
                    .Where(workload =>
                        workload.Reference?.Value.Outline is { } reference
                        && Collectors.Any(name => reference.Contains(name, StringComparison.Ordinal))
                    )
                    .Select(workload => new Fact<string>(workload.Name, workload.Span))
            )
            .Concat(parts.Deployment.Of<OtelCollectorConfig>().Select(config => new Fact<string>(config.File.Path, config.File.Whole)))
            .Concat(WordSearch.First(parts.ServerSources, Tracers) is { } traced ? [new Fact<string>(traced.Text, traced)] : []);
}
