using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A set of targets that are scraped alike.</summary>
/// <param name="Span">The whole job.</param>
public sealed record ScrapeJob(Fact<string> Name, SourceSpan Span)
{
    /// <summary><c>/metrics</c> when absent.</summary>
    public Fact<string>? MetricsPath { get; init; }

    /// <summary><c>http</c> when absent.</summary>
    public Fact<string>? Scheme { get; init; }

    /// <summary>Those of <c>static_configs</c>.</summary>
    public IReadOnlyList<MonitoringTarget> Targets { get; init; } = [];

    /// <summary>Keys such as <c>kubernetes_sd_configs</c>: more targets are found at run time.</summary>
    public IReadOnlyList<Fact<string>> Discoveries { get; init; } = [];

    /// <summary>Relabelling gives targets another address or path (as for the blackbox exporter): they are not scraped where they are listed.</summary>
    public bool IsRedirected { get; init; }
}
