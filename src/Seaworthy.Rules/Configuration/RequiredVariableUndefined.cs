using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A workload's code does not start without a variable, and nothing sets it.</summary>
internal sealed class RequiredVariableUndefined : Rule<WorkloadVariables>
{
    // Limits the size of a report with many workloads.
    private const int MostPlaces = 50;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/required-variable-undefined",
            Title = "Missing required variable",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale = "The program checks the variable at start and exits.",
            Holds = "The target sets every variable that the code requires at start.",
        };

    public override IEnumerable<WorkloadVariables> Subjects(Deployment deployment) =>
        deployment.Variables.Where(variables =>
            !FilePurposes.Has(variables.Workload.Span.File.Path, FilePurpose.Test) && variables.Uses.Any(IsRequired)
        );

    protected override Subject Identify(WorkloadVariables subject) => new(subject.Workload.Name, subject.Workload.Span);

    protected override IEnumerable<Verdict> Check(WorkloadVariables subject, Deployment deployment)
    {
        var missing = subject.Uses.Where(use => IsRequired(use) && use is { Supply: null, Near: null }).ToList();
        var untold = missing.Where(IsLeftOutOfTemplate).ToList();
        var open = missing.Where(use => use.UndecidedBecause is not null).Except(untold).ToList();
        var certain = missing.Where(use => use is { UndecidedBecause: null, IsLoaded: true }).ToList();
        var isLoaded = subject.Uses.Any(use => use.IsLoaded);
        var likely = missing.Where(use => !isLoaded && IsLikely(subject, use)).ToList();
        if (certain.Count > 0)
        {
            yield return WithRemedy(Fail(subject.Workload.Span, Message(subject, certain, "exits at start without")), certain, deployment);
        }

        if (likely.Count > 0)
        {
            yield return WithRemedy(
                Warn(subject.Workload.Span, Message(subject, likely, "requires")).As(Severity.High),
                likely,
                deployment
            );
        }

        if (untold.Count > 0)
        {
            var template = subject.Workload.Promised[0].Span.File;
            var names = VariableWords.List([.. untold.Select(use => use.Name)]);
            yield return Warn(
                    subject.Workload.Span,
                    $"{subject.Workload.Name} exits at start without {names}, which {template.Path} lacks: {subject.Workload.SuppliesMoreBecause}, and is made from that template."
                )
                .As(Severity.High)
                .Related(untold.Take(MostPlaces).Select(use => use.Strongest.Span), "read here")
                .Related(template.Whole, "the template")
                .Remedy($"Add {names} to {template.Path}, with a comment on each, or add a default where the code reads it.")
                .Verify($"git grep -n {untold[0].Name} -- {template.Path}   # must find it");
        }

        if (missing.Count == 0 && Platform(subject).Any())
        {
            yield return Pass(subject.Workload.Span, Info.Holds).Related(Platform(subject), "set by the platform");
        }

        if (open.Count > 0)
        {
            yield return Unknown(
                subject.Workload.Span,
                $"{subject.Workload.Name} requires {VariableWords.List([.. open.Select(use => use.Name)])}; unknown whether {(open.Count == 1 ? "it is" : "they are")} set: {open[0].UndecidedBecause}."
            );
        }
    }

    private static IEnumerable<SourceSpan> Platform(WorkloadVariables subject) =>
        subject
            .Uses.Where(IsRequired)
            .Select(use => use.Supply)
            .OfType<SuppliedVariable>()
            .Where(given => given.Origin == SupplyOrigin.Stated)
            .Select(given => given.Span);

    private static bool IsRequired(VariableUse use) =>
        use is { Demand: Demand.Required, IsBuildTime: false } && !AmbientVariables.IsPresent(use.Name);

    /// <summary>Only its env file may set the variable, and the template of that file does not name it.</summary>
    private static bool IsLeftOutOfTemplate(VariableUse use) =>
        use is { IsLoaded: true, UndecidedBecause: { } why, Documented.Count: 0, Workload: { Promised.Count: > 0 } workload }
        && why == workload.SuppliesMoreBecause
        && workload.Promised.All(entry => entry.Name.Value != use.Name);

    // A workload with an unknown entry runs its only component; its programs cannot be distinguished.
    private static bool IsLikely(WorkloadVariables subject, VariableUse use) =>
        use is { UndecidedBecause: null, IsLoaded: false }
        && subject.Workload.Components is [{ Root.Length: > 0, Language: not Language.Go }];

    private static string Message(WorkloadVariables subject, List<VariableUse> uses, string verb) =>
        $"{subject.Workload.Name} {verb} {VariableWords.List([.. uses.Select(use => use.Name)])}, but {subject.Workload.TargetName} does not set {(uses.Count == 1 ? "it" : "them")}.";

    private static Verdict WithRemedy(Verdict verdict, List<VariableUse> uses, Deployment deployment) =>
        verdict
            .Related(uses.Take(MostPlaces).Select(use => use.Strongest.Span), "read here")
            .Remedy(
                $"Set {VariableWords.List([.. uses.Select(use => use.Name)])} for {VariableWords.Giver(uses[0].Workload)} ({uses[0].Workload.Span}), or add a default where the code reads it."
            )
            .Verify(VariableWords.Show(uses[0].Workload, uses[0].Name, deployment));
}
