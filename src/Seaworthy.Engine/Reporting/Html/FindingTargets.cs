using Seaworthy.Engine.Answering;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Which targets a finding concerns, by their numbers in the list to choose from.</summary>
internal sealed class FindingTargets
{
    private readonly TargetPlaces places;
    private readonly Dictionary<Target, int> numbers = new(ReferenceEqualityComparer.Instance);

    public FindingTargets(Report report)
    {
        places = new TargetPlaces(report.Deployment);
        Names = [.. report.Targets.Select(answer => answer.Target.Name)];
        foreach (var (number, answer) in report.Targets.Index())
        {
            numbers[answer.Target] = number;
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary><c>0 2</c>.</summary>
    public string NumbersOf(Finding finding) =>
        string.Join(
            ' ',
            finding
                .Verdict.Locations.SelectMany(location => places.Of(location.Span))
                .Select(target => numbers.GetValueOrDefault(target, -1))
                .Where(number => number >= 0)
                .Distinct()
                .Order()
                .Select(HtmlText.Whole)
        );
}
