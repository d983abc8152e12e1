using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A switch in the values of a chart turns nothing on or off.</summary>
internal sealed class ChartSwitchUnread : Rule<ChartSwitchUnread.Switch>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/chart-switch-unread",
            Title = "Helm switch without effect",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "Helm accepts the value and changes nothing: what a user turned off is installed all the same, or what was turned on is missing.",
            Holds = "Every switch in the values of the chart has an effect.",
        };

    public override IEnumerable<Switch> Subjects(Deployment deployment) =>
        from chart in deployment.All<ChartRendering>()
        from path in chart.UnreadSwitches.Select(unread => (Fact<string>?)unread).DefaultIfEmpty()
        select new Switch(chart, path);

    protected override Subject Identify(Switch subject) =>
        new(
            $"{subject.Path?.Value ?? "values"} of chart {subject.Chart.Chart.Name?.Value}",
            subject.Path?.Span ?? subject.Chart.Chart.Name?.Span ?? subject.Chart.Chart.File.Whole
        );

    protected override IEnumerable<Verdict> Check(Switch subject, Deployment deployment)
    {
        if (subject.Path is { } path)
        {
            var directory = subject.Chart.Chart.File.Directory is { Length: > 0 } own ? own : ".";
            yield return Fail(
                    path.Span,
                    $"`{path.Value}` turns nothing on or off: chart {subject.Chart.Chart.Name?.Value} renders the same with both values."
                )
                .Related(subject.Chart.Chart.Name?.Span)
                .Remedy(
                    $"Put what it is for between `{{{{- if .Values.{path.Value} }}}}` and `{{{{- end }}}}` in the template, or remove the switch."
                )
                .Verify($"git grep -nF -e {$".Values.{path.Value}"} -- {$"{directory}/templates"}   # must find one");
        }
    }

    /// <summary>A chart, and a switch of it without effect; null where all have one.</summary>
    internal sealed record Switch(ChartRendering Chart, Fact<string>? Path);
}
