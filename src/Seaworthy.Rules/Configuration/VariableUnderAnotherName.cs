using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A workload has a variable that nothing reads, and its code reads a similar name that nothing sets. The same fault in many targets is one verdict.</summary>
internal sealed class VariableUnderAnotherName : Rule<SameSlip>
{
    private const int MostPlaces = 4;

    // The number of subjects that a report names in a finding.
    private const int NamesShown = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/variable-under-another-name",
            Title = "Misnamed variable",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "The value has no effect: the program runs with its default or without a value.",
            Holds = "The variable is set under the name that the code reads.",
        };

    public override IEnumerable<SameSlip> Subjects(Deployment deployment)
    {
        // Thousands of workloads may run one program with thousands of variables: a PASS is reported once per place, not per workload.
        Dictionary<SourceSpan, List<string>> holding = [];
        foreach (var workload in deployment.Variables.GroupBy(variables => variables.Workload.Name, StringComparer.Ordinal))
        {
            foreach (var slip in OfOneName(workload))
            {
                if (slip.Uses[0] is { Near: null, Strongest.Span: { IsWholeFile: false } place })
                {
                    (holding.TryGetValue(place, out var names) ? names : holding[place] = []).Add(workload.Key);
                }
                else
                {
                    yield return slip;
                }
            }
        }

        foreach (var (place, names) in holding)
        {
            yield return new SameSlip(new Subject(NameList.Of([.. names.Distinct().Order(StringComparer.Ordinal)], NamesShown), place), []);
        }
    }

    private static IEnumerable<SameSlip> OfOneName(IEnumerable<WorkloadVariables> workloads) =>
        workloads
            .SelectMany(variables => variables.Uses)
            .Where(use => use.Supply is not null || use.Near is not null)
            // Settings with a common prefix lack it together.
            .GroupBy(use => Prefix(use) is { } prefix ? new Cause(prefix, null) : new Cause(use.Name, use.Near?.Name))
            .Select(same => same.OrderByDescending(use => IsNeeded(use) ? 1 : 0).ToList())
            .Select(uses => new SameSlip(
                new Subject(uses[0].Workload.Name, uses[0].Near?.Span ?? uses[0].Strongest.Span, uses[0].Name),
                uses
            ));

    protected override Subject Identify(SameSlip subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(SameSlip subject, Deployment deployment)
    {
        if (subject.Uses is not [{ Supply: null, Near: { } near } use, ..])
        {
            yield break;
        }

        var names = subject.Uses.Select(other => other.Near?.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var message =
            names.Count > 1
                ? $"{use.Workload.TargetName} sets {VariableWords.List(names)} for {use.Workload.Name}, but its code reads {(names.Count == 1 ? "it" : "them")} with the prefix `{Prefix(use)}`"
                : $"{use.Workload.TargetName} sets {near.Name} for {use.Workload.Name}, but its code reads {use.Name}";
        var verdict = IsNeeded(use)
            ? Fail(near.Span, $"{message}.")
            : Warn(near.Span, $"{message}{(use.Strongest.Default is null ? "" : " and falls back to a default")}.").As(Severity.Medium);
        yield return verdict
            .Related(use.Reads.Take(MostPlaces).Select(read => read.Span), "read here")
            .Related(subject.Uses.Skip(1).Select(other => other.Near?.Span).OfType<SourceSpan>(), "same fault here")
            .Remedy($"Write `{use.Name}` instead of `{near.Name}` in {near.Span}.")
            .VerifyGone();
    }

    private sealed record Cause(string Name, string? Near);

    /// <summary>The prefix by which the two names differ; null if they differ otherwise.</summary>
    private static string? Prefix(VariableUse use) =>
        use is { Supply: null, Near: { } near } && use.Name.EndsWith("_" + near.Name, StringComparison.Ordinal)
            ? use.Name[..^near.Name.Length]
            : null;

    private static bool IsNeeded(VariableUse use) => use is { Demand: not Demand.Optional, UndecidedBecause: null };
}
