using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Helm command sets a value that no template of the chart reads.</summary>
internal sealed class ChartValueUnread : Rule<ChartValueUnread.GivenValue>
{
    private static readonly string[] OfImage = ["tag", "image", "version", "digest"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/chart-value-unread",
            Title = "Unread Helm value",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Helm accepts any value. One that no template reads changes nothing: the release runs with what the chart says.",
            Holds = "Every value that commands set has an effect.",
        };

    public override IEnumerable<GivenValue> Subjects(Deployment deployment) =>
        from chart in deployment.All<ChartRendering>()
        from value in chart.GivenValues
        select new GivenValue(chart, value);

    protected override Subject Identify(GivenValue subject) => new(subject.Value.Path.Value, subject.Value.Path.Span);

    protected override IEnumerable<Verdict> Check(GivenValue subject, Deployment deployment)
    {
        if (subject.Value.IsRead)
        {
            yield break;
        }

        var (chart, (value, _, _)) = subject;
        var directory = chart.Chart.File.Directory is { Length: > 0 } own ? own : ".";
        var isOfImage =
            Array.Exists(OfImage, word => value.Value.Contains(word, StringComparison.OrdinalIgnoreCase)) && !GivesImageOtherwise(subject);
        yield return Fail(
                value.Span,
                $"The command sets `{value.Value}`, which no template of chart {chart.Chart.Name?.Value} reads{(isOfImage ? ": the release keeps its image" : ": it has no effect")}."
            )
            .As(isOfImage ? Severity.High : Severity.Medium)
            .Related(chart.Chart.Name?.Span ?? chart.Chart.File.Whole)
            .Remedy($"Set a value that a template in {directory} reads, or read `.Values.{value.Value}` there.")
            .VerifyGone();
    }

    /// <summary>The same command gives the image in a value that is read.</summary>
    private static bool GivesImageOtherwise(GivenValue subject) =>
        subject.Chart.GivenValues.Any(other =>
            other.IsRead
            && other.Command == subject.Value.Command
            && Array.Exists(OfImage, word => other.Path.Value.Contains(word, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>A chart, and a value that a command gives to it.</summary>
    internal sealed record GivenValue(ChartRendering Chart, GivenChartValue Value);
}
