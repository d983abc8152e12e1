using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Monitoring;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Monitoring;

public sealed class MonitoringReadersTests
{
    private static IReadOnlyList<Artifact> Read(string text)
    {
        FileSyntax file = new(new SourceFile("monitoring/a.yml", text));
        return
        [
            .. MonitoringReaders
                .All.Where(reader => reader.Accepts("monitoring/a.yml"))
                .Select(reader => reader.Read(file))
                .OfType<Artifact>(),
        ];
    }

    private static T Only<T>(string text)
        where T : Artifact => Assert.IsType<T>(Assert.Single(Read(text)));

    [Fact]
    public void Prometheus_names_targets_paths_rules_and_alertmanagers()
    {
        var config = Only<PrometheusConfig>(
            "rule_files: [alert_rules.yml]\nalerting:\n  alertmanagers:\n  - static_configs:\n    - targets: [alertmanager:9093]\nscrape_configs:\n- job_name: backend\n  metrics_path: /api/metrics\n  static_configs:\n  - targets: ['backend:2000', '${HOST}:1', 'https://x.example/y']\n- job_name: pods\n  kubernetes_sd_configs: [{role: pod}]\n- job_name: probe\n  static_configs: [{targets: ['http://web']}]\n  relabel_configs:\n  - {target_label: __address__, replacement: 'blackbox:9115'}\n"
        );

        Assert.Equal("alert_rules.yml", Assert.Single(config.RuleFiles).Span.Text);
        Assert.Equal(("alertmanager", 9093), (config.Alertmanagers[0].Host, config.Alertmanagers[0].Port));
        var job = config.Jobs[0];
        Assert.Equal(("backend", "/api/metrics"), (job.Name.Value, job.MetricsPath?.Span.Text));
        Assert.Equal(
            [("backend", 2000), (null, null), ("x.example", (int?)null)],
            job.Targets.Select(target => (target.Host, target.Port))
        );
        Assert.Equal("'backend:2000'", job.Targets[0].Address.Span.Text);
        Assert.Equal("kubernetes_sd_configs", Assert.Single(config.Jobs[1].Discoveries).Value);
        Assert.Equal([false, false, true], config.Jobs.Select(found => found.IsRedirected));
    }

    [Fact]
    public void Rules_are_alerts_and_recordings()
    {
        var rules = Only<AlertRules>(
            "groups:\n- name: a\n  rules:\n  - alert: Down\n    expr: up == 0\n    for: 5m\n    labels: {severity: critical}\n  - record: job:x\n    expr: sum(x)\n"
        );

        var alert = Assert.Single(rules.Alerts);
        Assert.Equal(
            ("Down", "up == 0", "5m", "critical"),
            (alert.Name.Value, alert.Expression?.Value, alert.For?.Value, alert.Severity?.Value)
        );
    }

    [Fact]
    public void Alertmanager_names_receivers_and_where_routes_end()
    {
        var config = Only<AlertmanagerConfig>(
            "route:\n  receiver: null-sink\n  routes:\n  - receiver: slack\n    routes: [{receiver: lost}]\nreceivers:\n- name: null-sink\n- name: slack\n  slack_configs:\n  - api_url: https://hooks.example/x\n  webhook_configs: []\n"
        );

        Assert.Equal(["null-sink", "slack", "lost"], config.RoutedReceivers.Select(name => name.Value));
        Assert.Empty(config.Receivers[0].Integrations);
        Assert.Equal(
            ("slack_configs", "https://hooks.example/x"),
            (Assert.Single(config.Receivers[1].Integrations).Value, config.Receivers[1].Addresses[0].Value)
        );
    }

    [Fact]
    public void Grafana_names_data_sources_and_dashboards()
    {
        var sources = Only<GrafanaProvisioning>(
            "apiVersion: 1\ndatasources:\n- name: Prometheus\n  type: prometheus\n  url: http://prometheus:9090\nproviders:\n- name: d\n  options: {path: /var/lib/grafana/dashboards}\n"
        );

        Assert.Equal(("prometheus", "http://prometheus:9090"), (sources.DataSources[0].Type?.Value, sources.DataSources[0].Url?.Span.Text));
        Assert.Equal("/var/lib/grafana/dashboards", sources.Dashboards[0].Path?.Value);
    }

    [Fact]
    public void Promtail_and_loki_are_told_apart()
    {
        var promtail = Only<LogShipping>(
            "server: {http_listen_port: 9080}\nclients:\n- url: http://loki:3100/loki/api/v1/push\nscrape_configs:\n- job_name: a\n  static_configs:\n  - targets: [localhost]\n    labels: {__path__: /var/log/*.log}\n"
        );
        var loki = Only<LokiConfig>(
            "server: {http_listen_port: 3100, grpc_listen_port: 9096}\nschema_config: {}\nruler: {alertmanager_url: 'http://alertmanager:9093'}\n"
        );

        Assert.Equal(("http://loki:3100/loki/api/v1/push", "/var/log/*.log"), (promtail.Destinations[0].Value, promtail.Paths[0].Value));
        Assert.Equal("http://alertmanager:9093", loki.Addresses[0].Value);
    }

    [Fact]
    public void A_collector_listens_sends_and_wires_its_parts()
    {
        var config = Only<OtelCollectorConfig>(
            "receivers:\n  otlp:\n    protocols:\n      grpc: {endpoint: '0.0.0.0:4317'}\n      http:\nexporters:\n  otlp/tempo: {endpoint: 'tempo:4317'}\n  debug:\nservice:\n  pipelines:\n    traces: {receivers: [otlp], exporters: [otlp/tempo, gone]}\n"
        );

        Assert.Equal([("grpc", "0.0.0.0:4317"), ("http", null)], config.Receivers.Select(found => (found.Protocol, found.Endpoint?.Value)));
        Assert.Equal("tempo:4317", config.Exporters[0].Endpoint?.Value);
        Assert.Equal(["otlp", "otlp/tempo", "debug"], config.Defined.Select(name => name.Value));
        Assert.Equal(["otlp", "otlp/tempo", "gone"], config.Used.Select(name => name.Value));
    }

    [Theory]
    [InlineData("services: {prometheus: {image: prom/prometheus, command: --rule_files}}")]
    [InlineData("groups: [a, b]\nexpr: x")]
    [InlineData("apiVersion: 1\ndatasources: []\n")]
    [InlineData("prometheus:\n  scrape_configs: []\n")]
    [InlineData("- scrape_configs\n")]
    public void Other_files_are_left_alone(string text)
    {
        Assert.Empty(Read(text));
    }
}
