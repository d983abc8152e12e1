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
            Title = "Undefined collector component",
            Area = Area.Observability,
            Severity = Severity.High,
            Rationale = "The collector refuses its configuration and does not start: it forwards no traces, metrics or logs.",
            Holds = "Every component of the pipelines is configured.",
        };

    public override IEnumerable<OtelCollectorConfig> Subjects(Deployment deployment) =>
        deployment.Of<OtelCollectorConfig>().Where(config => config.Used.Count > 0);

    protected override Subject Identify(OtelCollectorConfig subject) => new(subject.File.Path, subject.Used[0].Span);

    protected override IEnumerable<Verdict> Check(OtelCollectorConfig subject, Deployment deployment)
    {
        // A collector merges several files: what one of the same directory configures may be there.
        var beside = deployment.Of<OtelCollectorConfig>().Where(other => other.File.Directory == subject.File.Directory).ToList();
        var defined = beside.SelectMany(other => other.Defined).Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        var missing = subject.Used.Where(used => !defined.Contains(used.Value)).DistinctBy(used => used.Value).ToList();
        if (missing.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", missing.Select(used => used.Value));
        var message =
            $"A pipeline uses {names}, which {(missing.Count == 1 ? "is" : "are")} not configured. Available: {string.Join(", ", defined)}.";
        yield return (beside.Count == 1 ? Fail(missing[0].Span, message) : Warn(missing[0].Span, message).As(Severity.Medium))
            .Related(missing.Skip(1).Select(used => used.Span))
            .Remedy($"Configure {names} under its kind, or remove it from the pipeline.")
            .Verify($"otelcol validate --config={subject.File.Path}");
    }
}
