using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Reads Prometheus configurations.</summary>
/// <remarks>Prometheus documentation, "Configuration".</remarks>
internal sealed class PrometheusReader : YamlContentReader
{
    private static readonly HashSet<string> Sections = new(
        "global runtime rule_files scrape_config_files scrape_configs alerting remote_write remote_read storage tracing otlp".Split(' '),
        StringComparer.Ordinal
    );

    // Of every job, and of nothing else.
    private static readonly HashSet<string> OfJobs = new(
        "job_name static_configs metrics_path scheme relabel_configs metric_relabel_configs file_sd_configs".Split(' '),
        StringComparer.Ordinal
    );

    protected override IReadOnlyList<string> Marks { get; } = ["scrape_configs", "rule_files"];

    protected override Artifact? Read(SourceFile file, MappingNode root)
    {
        // Promtail has scrape_configs too, and sends what it reads to clients.
        var isPromtail = root["clients"] is not null || root["positions"] is not null;
        // promtool's unit tests name the rule files that they try.
        var isTest = root["tests"] is SequenceNode;
        // Values of a chart hold whole configurations, each below the name of a part.
        var isOfChart = file.Name.Contains("values", StringComparison.OrdinalIgnoreCase);
        if (isPromtail || isTest || isOfChart || (root["scrape_configs"] is not SequenceNode && root["rule_files"] is not SequenceNode))
        {
            return null;
        }

        var alerting = root.At("alerting", "alertmanagers")?.Items ?? [];
        return new PrometheusConfig(file)
        {
            Jobs = [.. (root["scrape_configs"]?.Items ?? []).Select(Job).OfType<ScrapeJob>()],
            RuleFiles = root["rule_files"].OneOrMore(),
            Alertmanagers = [.. alerting.SelectMany(Targets)],
            DiscoversAlertmanagers = alerting.Any(manager => Discoveries(manager).Any()),
            Problems = [.. Unknown(root)],
        };
    }

    /// <summary>Fields that Prometheus does not know: it reads strictly, and ends with "field … not found in type config.plain".</summary>
    private static IEnumerable<Problem> Unknown(MappingNode root)
    {
        foreach (var entry in root.Entries.Where(entry => !Sections.Contains(entry.Key)))
        {
            var hint = OfJobs.Contains(entry.Key) ? ": it belongs inside an item of 'scrape_configs'" : "";
            yield return new Problem(ProblemKind.UnknownKey, $"Unknown field '{entry.Key}'{hint}", entry.KeySpan);
        }

        // Settings of the command line.
        foreach (
            var entry in root.At("storage", "tsdb")?.Entries.Where(entry => entry.Key == "path" || entry.Key.AsSpan().ContainsAny('.', '-'))
                ?? []
        )
        {
            yield return new Problem(
                ProblemKind.UnknownKey,
                $"Unknown field 'storage.tsdb.{entry.Key}': it is a command-line option, --storage.tsdb.{entry.Key}",
                entry.KeySpan
            );
        }
    }

    private static ScrapeJob? Job(Node node) =>
        node["job_name"]?.Fact is not { } name
            ? null
            : new ScrapeJob(name, node.Span)
            {
                MetricsPath = node["metrics_path"]?.Fact,
                Scheme = node["scheme"]?.Fact,
                Targets = [.. Targets(node)],
                Discoveries = [.. Discoveries(node)],
                IsRedirected = (node["relabel_configs"]?.Items ?? []).Any(item =>
                    item["target_label"]?.Text is "__address__" or "__metrics_path__"
                ),
            };

    private static IEnumerable<MonitoringTarget> Targets(Node node) =>
        (node["static_configs"]?.Items ?? []).SelectMany(item => item["targets"].OneOrMore()).Select(MonitoringValues.Target);

    private static IEnumerable<Fact<string>> Discoveries(Node node) =>
        node
            .Entries.Where(entry => entry.Key.EndsWith("_sd_configs", StringComparison.Ordinal))
            .Select(entry => new Fact<string>(entry.Key, entry.KeySpan));
}
