using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A service has variables that nothing in its source reads, in one target or several.</summary>
internal sealed class SuppliedVariableNeverRead : Rule<IReadOnlyList<WorkloadVariables>>
{
    private const int MostPlaces = 12;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/supplied-variable-never-read",
            Title = "Unused variable",
            Area = Area.Configuration,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale = "Setting the variable changes nothing. Often the code reads another name, or the feature was never built.",
            Holds = "The source reads every variable of the service.",
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
        // variable-under-another-name reports those more precisely.
        var meant = subject.SelectMany(each => each.Uses).Select(use => use.Near?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unread = subject.SelectMany(each => each.Unread).Where(variable => !meant.Contains(variable.Name)).ToList();
        if (unread.Count > 0)
        {
            List<string> names = [.. unread.Select(variable => variable.Name).Distinct(StringComparer.Ordinal)];
            var it = names.Count == 1 ? "it" : "them";
            yield return Warn(
                    unread[0].Span,
                    $"{subject[0].Workload.Name} sets {VariableWords.List(names)}, but nothing in its source reads {it}."
                )
                .Related(unread.Skip(1).Take(MostPlaces).Select(variable => variable.Span), "also unused")
                .Remedy($"Delete {it} from {unread[0].Span.File.Path}, or read {it} where the setting should apply.")
                .VerifyGoneOr($"git grep -nw {names[0]} -- . ':!{unread[0].Span.File.Path}' ':!*.md'");
        }
    }
}
