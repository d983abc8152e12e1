using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Helm template prints a list or a mapping without <c>toYaml</c>.</summary>
internal sealed class StructuredValueAsText : Rule<ChartRendering>
{
    private const int MostNamed = 20;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/structured-value-as-text",
            Title = "Missing toYaml in template",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "Helm stops at the template, or renders `map[...]` or `[a b]` in place of YAML.",
            Holds = "Templates print lists and mappings as YAML.",
        };

    public override IEnumerable<ChartRendering> Subjects(Deployment deployment) =>
        deployment.All<ChartRendering>().Where(chart => chart.Fault is null);

    protected override Subject Identify(ChartRendering subject) =>
        new($"chart {subject.Chart.Name?.Value}", subject.Chart.Name?.Span ?? subject.Chart.File.Whole);

    protected override IEnumerable<Verdict> Check(ChartRendering subject, Deployment deployment)
    {
        foreach (var found in subject.Structures.Take(MostNamed))
        {
            var consequence =
                found.RefusedBy is { } function ? $"passes it to `{function}`, which takes only text"
                : found.Kind == "list" ? "prints it as `[a b]`"
                : "prints it as `map[...]`";
            yield return Fail(found.Span, $"`.Values.{found.Path}` is a {found.Kind}, but {found.Span.File.Name} {consequence}.")
                .Related(found.Value)
                .Remedy(
                    found.RefusedBy is null && found.Path.EndsWith(']')
                        ? $"Print a field of the element in {found.Span}, such as `.host`, or pass it to `toYaml`."
                        : $"Pass the value to `toYaml` first in {found.Span}: `toYaml .Values.{found.Path} | nindent N`."
                )
                .VerifyGone();
        }
    }
}
