using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a failure of deployed services that keep data alerts somebody.</summary>
internal static class Alerts
{
    private static readonly string[] Watchers =
    [
        "uptime-kuma",
        "alertmanager",
        "vmalert",
        "gatus",
        "healthchecks",
        "blackbox-exporter",
        "statping",
        "zabbix",
        "netdata",
        "checkmk",
        "signoz",
        "datadog/agent",
        "autoheal-notify",
        "nagios",
        "icinga",
    ];

    private static readonly string[] Services =
    [
        "uptimerobot",
        "uptime robot",
        "uptime kuma",
        "healthchecks.io",
        "better stack",
        "betterstack",
        "betteruptime",
        "pingdom",
        "statuscake",
        "cronitor",
        "pagerduty",
        "opsgenie",
        "cloudwatch alarm",
    ];

    // Where a program tells people by itself.
    private static readonly string[] Messages =
    [
        "hooks.slack.com",
        "slack_webhook",
        "discord_webhook",
        "discord.com/api/webhooks",
        "alert_webhook",
        "pagerduty",
        "opsgenie",
        "alert_email",
        "send_alert",
        "sendalert",
        "erroralert",
        "hc-ping.com",
    ];

    // Alarms of a cloud, as programs that declare infrastructure write them (Serverless Framework, CDK, Pulumi).
    private static readonly string[] CodeAlarms = ["AWS::CloudWatch::Alarm", "cloudwatch.Alarm(", "cloudwatch.MetricAlarm("];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        if (parts.Scale.Kind < ScaleKind.ServiceWithData || parts.IsOnPlatformsOnly)
        {
            yield break;
        }

        var found = Evidence(parts).Take(4).ToList();
        var errors = parts
            .Servers.Select(server => parts.PackageOf(CapabilityKind.ErrorTracking, server))
            .OfType<Fact<string>>()
            .Take(1)
            .ToList();
        var why =
            found.Count > 0 ? null
            : parts.Signs.Infrastructure is { } other ? $"{other.File.Path} may declare them, and is not read"
            : WordSearch.First(parts.Deployment.Of<Document>().Select(document => document.File), Services) is { } mention
                ? $"{mention} names a monitoring service, but nothing shows whether it watches this deployment"
            : WordSearch.First(parts.Servers.SelectMany(server => server.Code).Select(code => code.File), Messages) is { } message
                ? $"{message} sends messages to people, but it is unknown when"
            : OwnAlerts.Find(parts.ServerSources.Concat(parts.Deployment.Of<ShellScript>().Select(script => script.File))) is { } own
                ? $"{own} sends messages to people, but it is unknown what starts it"
            : null;
        yield return new Capability(
            CapabilityKind.Alerts,
            found.Count > 0 ? CapabilityLevel.Present
                : why is not null ? CapabilityLevel.Unknown
                : errors.Count > 0 ? CapabilityLevel.Partial
                : CapabilityLevel.Absent,
            "the repository",
            parts.Scale.Because[0].Span
        )
        {
            Evidence = found.Count > 0 ? found : errors,
            Wanting = parts.Scale.Because,
            UnknownBecause = why,
        };
    }

    private static IEnumerable<Fact<string>> Evidence(DeployedParts parts) =>
        parts
            .Deployment.Of<AlertRules>()
            .Where(rules => rules.Alerts.Count > 0)
            .Select(rules => new Fact<string>(rules.File.Path, rules.Alerts[0].Name.Span))
            .Concat(parts.Deployment.Of<AlertmanagerConfig>().Select(config => new Fact<string>(config.File.Path, config.File.Whole)))
            .Concat(parts.Signs.Alerting is { } sign ? [new Fact<string>(sign.File.Path, sign)] : [])
            .Concat(
                parts
                    .Deployment.Workloads.Where(workload => workload.Reference?.Value.Outline is { } reference && Watches(reference))
                    .Select(workload => new Fact<string>(workload.Name, workload.Span))
            )
            .Concat(
                parts
                    .Deployment.Of<KubernetesManifest>()
                    .SelectMany(manifest => manifest.Objects)
                    .Where(item => item.Kind.Value is "PrometheusRule" or "AlertmanagerConfig" or "Probe" or "VMRule")
                    .Select(item => new Fact<string>(item.ToString(), item.Span))
            )
            .Concat(WordSearch.First(Sources(parts), CodeAlarms) is { } alarm ? [new Fact<string>(alarm.File.Path, alarm)] : [])
            .Concat(Scheduled(parts));

    private static IEnumerable<SourceFile> Sources(DeployedParts parts) =>
        parts.Deployment.Of<CodeFile>().Where(code => !code.IsTest && !DeployedParts.IsAside(code.File)).Select(code => code.File);

    /// <summary>A workflow that asks by the clock whether the system answers: GitHub tells by mail when it fails.</summary>
    private static IEnumerable<Fact<string>> Scheduled(DeployedParts parts) =>
        from pipeline in parts.Pipelines
        where pipeline.Declared is Workflow workflow && workflow.Trigger("schedule") is not null
        from job in pipeline.Jobs
        from step in job.Steps
        where step.Intents.Any(intent => intent is StepIntent.WaitForHealth or StepIntent.SmokeTest)
        select new Fact<string>(pipeline.Declared.File.Path, step.Span);

    private static bool Watches(string reference) =>
        Watchers.Any(watcher => reference.Contains(watcher, StringComparison.OrdinalIgnoreCase));
}
