using Seaworthy.Model;
using Seaworthy.Model.Declared.Monitoring;

namespace Seaworthy.Rules.Observability;

/// <summary>A pipeline of an OpenTelemetry Collector uses a component that is not configured.</summary>
internal sealed class CollectorComponentUndefined : Rule<OtelCollectorConfig>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/collector-component-undefined",
            Title = "Collector pipeline with an unknown component",
            Area = Area.Observability,
            Severity = Severity.High,
            Rationale = "The collector refuses its configuration and does not start: no traces, no metrics, no logs.",
            Holds = "Every component of the pipelines is configured.",
        };

    public override IEnumerable<OtelCollectorConfig> Subjects(Deployment deployment) =>
        deployment.Of<OtelCollectorConfig>().Where(config => config.Used.Count > 0);

    protected override Subject Identify(OtelCollectorConfig subject) => new(subject.File.Path, subject.Used[0].Span);

    protected override IEnumerable<Verdict> Check(OtelCollectorConfig subject, Deployment deployment)
    {
        var defined = subject.Defined.Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var same in subject.Used.Where(used => !defined.Contains(used.Value)).GroupBy(used => used.Value))
        {
            var used = same.First();
            yield return Fail(
                    used.Span,
                    $"A pipeline uses {used.Value}, which is not configured: the collector does not start. Configured are: {string.Join(", ", defined)}."
                )
                .Related(same.Skip(1).Select(other => other.Span))
                .Remedy($"Configure {used.Value} under its kind, or take it out of the pipeline.")
                .Verify($"otelcol validate --config={subject.File.Path}");
        }
    }
}
