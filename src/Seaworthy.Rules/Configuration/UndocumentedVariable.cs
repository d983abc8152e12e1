using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The code requires a variable that the template of its environment file lacks.</summary>
internal sealed class UndocumentedVariable : Rule<TemplateVariables>
{
    private const int MostPlaces = 12;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/undocumented-variable",
            IsPractice = true,
            Title = "Undocumented variable",
            Area = Area.Configuration,
            Severity = Severity.Low,
            Rationale = "A deployment from the template lacks a value, which shows only at run time.",
            Holds = "The template lists every required variable.",
        };

    public override IEnumerable<TemplateVariables> Subjects(Deployment deployment) =>
        deployment.All<TemplateVariables>().Where(template => template.Components.Count > 0);

    protected override Subject Identify(TemplateVariables subject) => new(subject.Template.File.Path, subject.Template.File.Whole);

    protected override IEnumerable<Verdict> Check(TemplateVariables subject, Deployment deployment)
    {
        if (subject.Undocumented.Count == 0 || !IsFirstOfItsDirectory(subject, deployment))
        {
            yield break;
        }

        // Code mostly has its own value for a variable that it does not check.
        var needed = subject.Undocumented.Where(read => read.Demand == Demand.Required).ToList();
        if (needed is not [var first, ..])
        {
            yield return Unknown(
                subject.Undocumented[0].Span,
                $"{subject.Template.File.Path} lacks {VariableWords.List([.. subject.Undocumented.Select(read => read.Name)])}; unknown whether the code requires {(subject.Undocumented.Count == 1 ? "it" : "them")}."
            );
            yield break;
        }

        List<string> names = [.. needed.Select(read => read.Name)];
        yield return Warn(
                subject.Template.File.Whole,
                $"{subject.Template.File.Path} lacks {VariableWords.List(names)}, which the code requires."
            )
            .Related(needed.Take(MostPlaces).Select(read => read.Span), "read here")
            .Remedy($"Add {VariableWords.List(names)} to {subject.Template.File.Path}, with a comment on each.")
            .Verify($"git grep -n {first.Name} -- {subject.Template.File.Path}   # must find it");
    }

    // Several templates of one directory, one per environment, lack the same names.
    private static bool IsFirstOfItsDirectory(TemplateVariables subject, Deployment deployment) =>
        deployment.All<TemplateVariables>().First(other => other.Template.File.Directory == subject.Template.File.Directory) == subject;
}
