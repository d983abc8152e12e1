using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Helm stops at a template of a chart, whichever values of the tree it is given.</summary>
internal sealed class ChartTemplateFails : Rule<ChartRendering>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/chart-template-fails",
            Title = "Helm template error",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Helm stops at the first template that fails: `helm install` and `helm upgrade` deploy nothing.",
            Holds = "Helm renders every template.",
        };

    // Whether every template renders is known of a whole chart alone; what is no template, of each.
    public override IEnumerable<ChartRendering> Subjects(Deployment deployment) =>
        deployment.All<ChartRendering>().Where(chart => chart.IsWhole || chart.Fault is not null);

    protected override Subject Identify(ChartRendering subject) =>
        new($"chart {subject.Chart.Name?.Value}", subject.Chart.Name?.Span ?? subject.Chart.File.Whole);

    protected override IEnumerable<Verdict> Check(ChartRendering subject, Deployment deployment)
    {
        if (subject.Fault is not { } fault)
        {
            yield break;
        }

        var reason = fault.Reason.Trim().Split('\n')[0];
        if (fault.UnknownBecause is { } why)
        {
            yield return Unknown(fault.Span, $"Unknown whether {fault.Span.File.Name} renders (`{reason}`): {why}.");
            yield break;
        }

        var sets = subject.ValueSets == 1 ? "" : $" with any of {subject.ValueSets} sets of values";
        var directory = subject.Chart.File.Directory;
        var message = $"Helm cannot render {fault.Span.File.Name}{sets}: `{reason}`.";
        yield return (fault.IsOfText ? Fail(fault.Span, message) : LikelyFail(fault.Span, message))
            .Remedy(Remedy(fault))
            .Verify($"helm template {(directory.Length == 0 ? "." : directory)}");
    }

    private static string Remedy(ChartFault fault) =>
        !fault.IsOutOfScope ? $"Correct `{fault.Span.Quote}` in {fault.Span}."
        : fault.Span.File.Name is ['_', ..] ? $"Include the named template around {fault.Span} with the root, `$`, or hand the value to it."
        : $"Ask the root in {fault.Span}: `$.Values` in place of `.Values`. Within `range` and `with`, the dot is the element.";
}
