using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The code cannot do without a variable that the template of its env file leaves out.</summary>
internal sealed class UndocumentedVariable : Rule<TemplateVariables>
{
    private const int MostPlaces = 12;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/undocumented-variable",
            IsPractice = true,
            Title = "Variable that the env template leaves out",
            Area = Area.Configuration,
            Severity = Severity.Low,
            Rationale = "Whoever copies the template to deploy gets a program that lacks a value, and learns of it at run time.",
            Holds = "The template names every variable the code cannot do without.",
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

        // For what it reads without saying so, code mostly has a value of its own, wherever that stands.
        var needed = subject.Undocumented.Where(read => read.Demand == Demand.Required).ToList();
        if (needed is not [var first, ..])
        {
            yield return Unknown(
                subject.Undocumented[0].Span,
                $"{subject.Template.File.Path} leaves out {VariableWords.List([.. subject.Undocumented.Select(read => read.Name)])}; whether the code can do without cannot be told."
            );
            yield break;
        }

        List<string> names = [.. needed.Select(read => read.Name)];
        yield return Warn(
                subject.Template.File.Whole,
                $"{subject.Template.File.Path} leaves out {VariableWords.List(names)}, which the code stops without."
            )
            .Related(needed.Take(MostPlaces).Select(read => read.Span), "read here")
            .Remedy($"Add {VariableWords.List(names)} to {subject.Template.File.Path}, with a sentence on each.")
            .Verify($"git grep -n {first.Name} -- {subject.Template.File.Path}   # must find it");
    }

    // Several templates of one directory, one for each environment, leave out the same names.
    private static bool IsFirstOfItsDirectory(TemplateVariables subject, Deployment deployment) =>
        deployment.All<TemplateVariables>().First(other => other.Template.File.Directory == subject.Template.File.Directory) == subject;
}
