using Seaworthy.Model;
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
            Title = "Variable that the env template leaves out",
            Area = Area.Configuration,
            Severity = Severity.Low,
            Rationale = "Whoever copies the template to deploy gets a program that lacks a value, and learns of it at run time.",
            Holds = "The template names every variable the code cannot do without.",
        };

    public override IEnumerable<TemplateVariables> Subjects(Deployment deployment) =>
        deployment.EnvTemplates.Where(template => template.Components.Count > 0);

    protected override Subject Identify(TemplateVariables subject) => new(subject.Template.File.Path, subject.Template.File.Whole);

    protected override IEnumerable<Verdict> Check(TemplateVariables subject, Deployment deployment)
    {
        if (subject.Undocumented is not [var first, ..] || !IsFirstOfItsDirectory(subject, deployment))
        {
            yield break;
        }

        List<string> names = [.. subject.Undocumented.Select(read => read.Name)];
        yield return Warn(
                subject.Template.File.Whole,
                $"{subject.Template.File.Path} leaves out {VariableWords.List(names)}, which the code reads with no default beside it."
            )
            .Related(subject.Undocumented.Take(MostPlaces).Select(read => read.Span), "read here")
            .Remedy($"Add {VariableWords.List(names)} to {subject.Template.File.Path}, with a sentence on each.")
            .Verify($"grep -c '{first.Name}' {subject.Template.File.Path}");
    }

    // Several templates of one directory, one for each environment, leave out the same names.
    private static bool IsFirstOfItsDirectory(TemplateVariables subject, Deployment deployment) =>
        deployment.EnvTemplates.First(other => other.Template.File.Directory == subject.Template.File.Directory) == subject;
}
