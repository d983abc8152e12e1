using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A workload's code uses variables without a default that nothing sets: it starts, and fails where they are used.</summary>
internal sealed class VariableNotSupplied : Rule<WorkloadVariables>
{
    private const int MostPlaces = 12;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/variable-not-supplied",
            Title = "Unset variable without default",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "The feature that needs the value fails, often only at the first request: addresses become `undefined/path`, keys become empty.",
            Holds = "The target sets every variable that the loaded code uses without a default.",
        };

    public override IEnumerable<WorkloadVariables> Subjects(Deployment deployment) =>
        deployment.Variables.Where(variables => variables.Workload.SuppliesMoreBecause is null && variables.Uses.Any(IsExpected));

    protected override Subject Identify(WorkloadVariables subject) => new(subject.Workload.Name, subject.Workload.Span);

    protected override IEnumerable<Verdict> Check(WorkloadVariables subject, Deployment deployment)
    {
        var missing = subject.Uses.Where(use => IsExpected(use) && use is { Supply: null, Near: null, UndecidedBecause: null }).ToList();
        if (missing.Count > 0)
        {
            List<string> names = [.. missing.Select(use => use.Name)];
            yield return Warn(
                    subject.Workload.Span,
                    $"{subject.Workload.Name} uses {VariableWords.List(names)} without a default, but {subject.Workload.TargetName} does not set {(names.Count == 1 ? "it" : "them")}."
                )
                // Nobody can sign in without it.
                .As(names.Exists(SecretNames.IsSigningKey) ? Severity.High : Severity.Medium)
                .Related(missing.Take(MostPlaces).Select(use => use.Strongest.Span), "used here")
                .Remedy(
                    $"Set {VariableWords.List(names)} for {VariableWords.Giver(subject.Workload)} ({subject.Workload.Span}), or add a default in the code."
                )
                .Verify(VariableWords.Show(subject.Workload, names[0], deployment));
        }
    }

    // In Go and Rust a conditional exit after a read counts as "expected"; the condition is not followed.
    private static bool IsExpected(VariableUse use) =>
        (
            use.Workload.Components.All(component => component.Language is Language.JavaScript or Language.TypeScript or Language.Python)
            || IsPlaceholder(use)
        )
        && use is { Demand: Demand.Expected, IsBuildTime: false, IsLoaded: true }
        && !AmbientVariables.IsSetByOthers(use.Name);

    /// <summary>A placeholder in an application's properties, which stays unresolved.</summary>
    private static bool IsPlaceholder(VariableUse use) =>
        use.Workload.Components.SelectMany(component => component.Properties).Any(file => file.File == use.Strongest.Span.File);
}
