using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A service is given variables that nothing in its source reads, in one target or in several.</summary>
internal sealed class SuppliedVariableNeverRead : Rule<IReadOnlyList<WorkloadVariables>>
{
    private const int MostPlaces = 12;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/supplied-variable-never-read",
            Title = "Variable that nothing reads",
            Area = Area.Configuration,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale =
                "Whoever turns this knob believes that something changes. Often the code reads another name, or the feature was never built.",
            Holds = "Every variable the service is given is read somewhere.",
        };

    public override IEnumerable<IReadOnlyList<WorkloadVariables>> Subjects(Deployment deployment) =>
        deployment
            .Variables.Where(variables => variables.Workload.Supplied.Count > 0)
            .GroupBy(variables => variables.Workload.Name)
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<WorkloadVariables> subject) =>
        new(subject[0].Workload.Name, subject[0].Workload.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<WorkloadVariables> subject, Deployment deployment)
    {
        // variable-under-another-name tells those more precisely.
        var meant = subject.SelectMany(each => each.Uses).Select(use => use.Near?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unread = subject.SelectMany(each => each.Unread).Where(variable => !meant.Contains(variable.Name)).ToList();
        if (unread.Count > 0)
        {
            List<string> names = [.. unread.Select(variable => variable.Name).Distinct(StringComparer.Ordinal)];
            var it = names.Count == 1 ? "it" : "them";
            yield return Warn(
                    unread[0].Span,
                    $"{subject[0].Workload.Name} is given {VariableWords.List(names)}, but nothing in its source reads {it}."
                )
                .Related(unread.Skip(1).Take(MostPlaces).Select(variable => variable.Span), "never read either")
                .Remedy($"Delete {it} from {unread[0].Span.File.Path}, or read {it} where the setting is meant to act.")
                .VerifyGoneOr($"git grep -nw {names[0]} -- . ':!{unread[0].Span.File.Path}' ':!*.md'");
        }
    }
}
