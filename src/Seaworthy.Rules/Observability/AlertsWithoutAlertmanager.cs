using Seaworthy.Model;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Prometheus evaluates alerts and sends them nowhere.</summary>
internal sealed class AlertsWithoutAlertmanager : Rule<PrometheusConfig>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/alerts-without-alertmanager",
            Title = "Alerts without Alertmanager",
            Area = Area.Observability,
            Severity = Severity.Medium,
            Rationale = "Alerts fire only on the page of Prometheus, and nobody is notified.",
            Holds = "Prometheus sends its alerts to an Alertmanager.",
        };

    public override IEnumerable<PrometheusConfig> Subjects(Deployment deployment) =>
        deployment.Of<PrometheusConfig>().Where(config => Alerts(deployment, config).Any());

    protected override Subject Identify(PrometheusConfig subject) => new(subject.File.Path, subject.RuleFiles[0].Span);

    protected override IEnumerable<Verdict> Check(PrometheusConfig subject, Deployment deployment)
    {
        if (!HasReceiver(subject) && !IsPart(subject, deployment))
        {
            var alerts = Alerts(deployment, subject).ToList();
            yield return Warn(
                    subject.RuleFiles[0].Span,
                    $"{subject.File.Path} loads {alerts.Count} alert{(alerts.Count == 1 ? "" : "s")} but names no Alertmanager under `alerting`."
                )
                .Related(alerts[0].Span, "the first alert")
                .Remedy("Add `alerting.alertmanagers` with the address of an Alertmanager, and run one.")
                .Verify($"git grep -n alertmanagers: -- {subject.File.Path}   # must find it");
        }
    }

    private static bool HasReceiver(PrometheusConfig config) => config.Alertmanagers.Count > 0 || config.DiscoversAlertmanagers;

    /// <summary>Only rules, for another configuration that has an Alertmanager.</summary>
    private static bool IsPart(PrometheusConfig config, Deployment deployment) =>
        config.Jobs.Count == 0 && deployment.Of<PrometheusConfig>().Any(HasReceiver);

    /// <summary>Alerts in files that are called like those it loads. What is not in its container it does not load: another rule says so.</summary>
    private static IEnumerable<Fact<string>> Alerts(Deployment deployment, PrometheusConfig config) =>
        from rules in deployment.Of<AlertRules>()
        where config.RuleFiles.Any(path => IsMeant(path.Value, rules.File) && !IsMissing(deployment, path))
        from alert in rules.Alerts
        select alert.Name;

    private static bool IsMissing(Deployment deployment, Fact<string> path) =>
        deployment.Paths.Any(use => use.Role == PathRole.MonitoringFile && use.Span == path.Span && use.Answer.IsMissing);

    private static bool IsMeant(string path, SourceFile file)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Contains('*', StringComparison.Ordinal) ? name is "*.yml" or "*.yaml" or "*" : name == file.Name;
    }
}
