using Seaworthy.Engine.Scoring;
using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Answering;

/// <summary>The answer per target, before the one for the repository: the worst of those that are deployed decides.</summary>
internal static class TargetAnswers
{
    /// <summary>The deployed ones first, the worst of them first.</summary>
    public static IReadOnlyList<TargetAnswer> Of(Deployment deployment, IReadOnlyList<Finding> findings, Gate gate)
    {
        TargetPlaces places = new(deployment);
        Dictionary<Target, HashSet<Finding>> touched = new(ReferenceEqualityComparer.Instance);
        foreach (var finding in findings.Where(finding => finding.IsFault))
        {
            foreach (var target in finding.Verdict.Locations.SelectMany(location => places.Of(location.Span)))
            {
                (touched.TryGetValue(target, out var known) ? known : touched[target] = []).Add(finding);
            }
        }

        return
        [
            .. deployment
                .Targets.Where(target => target.PartialBecause is null)
                .Select(target => Of(target, [.. touched.GetValueOrDefault(target) ?? []], gate))
                .OrderBy(answer => answer.IsDeployed ? 0 : 1)
                .ThenBy(answer => (int)answer.State)
                .ThenBy(answer => answer.Target.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A score whose answer is not *ready* while the program of something that is deployed is not known.</summary>
    public static Score Tempered(Score score, IReadOnlyList<TargetAnswer> answers) =>
        score.Readiness == Readiness.Ready && answers.Any(answer => answer is { IsDeployed: true, Unread.Count: > 0 })
            ? score with
            {
                Readiness = Readiness.ReadyWithConditions,
            }
            : score;

    private static TargetAnswer Of(Target target, IReadOnlyList<Finding> findings, Gate gate)
    {
        List<Finding> blocking = [.. findings.Where(gate.IsClosedBy)];
        List<string> unread = [.. target.Workloads.Select(Unread).OfType<string>()];
        var state =
            blocking.Exists(finding => finding.Verdict.Certainty == Certainty.Certain) ? TargetState.Breaks
            : blocking.Count > 0 ? TargetState.LikelyBreaks
            : unread.Count > 0 ? TargetState.Undecided
            : findings.Any(finding => finding.Severity >= Severity.High) ? TargetState.WorksAtRisk
            : TargetState.Works;
        return new TargetAnswer(target, state, blocking, unread);
    }

    /// <summary>Why what runs in a workload is not known; null when it is.</summary>
    private static string? Unread(Workload workload) =>
        workload switch
        {
            { Image: null, Public: null, Reference: null } => $"the image of {workload.Name} is not known",
            { Image: null, Public: null } => $"the image of {workload.Name} is not built here",
            { Image: not null, Public: null, Components: [], Start: null } => $"the program of {workload.Name} was not read",
            _ when workload.Components.FirstOrDefault(component => component.UnreadFramework is not null) is { } component =>
                $"{component.UnreadFramework}, which {workload.Name} runs on, is not read",
            _ => null,
        };
}
