using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A template of an environment file documents variables that nothing else in the repository names.</summary>
internal sealed class TemplateVariableNeverRead : Rule<TemplateVariables>
{
    private const int MostPlaces = 12;

    private const int MostReads = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/template-variable-never-read",
            Title = "Unused template variable",
            Area = Area.Configuration,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale = "Users fill in values that change nothing, and cannot distinguish them from those that matter.",
            Holds = "Something in the repository reads every variable of the template.",
        };

    public override IEnumerable<TemplateVariables> Subjects(Deployment deployment) =>
        deployment.All<TemplateVariables>().Where(template => template.Components.Count > 0);

    protected override Subject Identify(TemplateVariables subject) => new(subject.Template.File.Path, subject.Template.File.Whole);

    protected override IEnumerable<Verdict> Check(TemplateVariables subject, Deployment deployment)
    {
        foreach (var near in subject.Near)
        {
            yield return UnderAnotherName(subject, near);
        }

        List<EnvEntry> unread = [.. subject.NeverRead.Where(entry => !subject.Near.Any(near => near.Entry.Name.Value == entry.Name.Value))];
        if (unread is [var first, ..])
        {
            List<string> names = [.. unread.Select(entry => entry.Name.Value).Distinct(StringComparer.Ordinal)];
            yield return Warn(
                    first.Span,
                    $"{subject.Template.File.Path} documents {VariableWords.List(names)}, but no code or configuration uses {(names.Count == 1 ? "it" : "them")}."
                )
                .Related(unread.Skip(1).Take(MostPlaces).Select(entry => entry.Span))
                .Remedy(
                    $"Delete {(names.Count == 1 ? "it" : "them")} from {subject.Template.File.Path}, or fix the {(names.Count == 1 ? "name" : "names")}."
                )
                .VerifyGone();
        }
    }

    private Verdict UnderAnotherName(TemplateVariables subject, NearVariable near) =>
        Warn(
                near.Entry.Span,
                $"{subject.Template.File.Path} documents {near.Entry.Name.Value}, but the code reads {near.Name}, which nothing sets{(near.HasDefault ? ", so its default applies" : "")}."
            )
            .As(near.HasDefault ? Severity.Medium : Severity.High)
            .Related(near.Reads.Take(MostReads), "read here")
            .Remedy($"Write `{near.Name}` instead of `{near.Entry.Name.Value}` in {near.Entry.Span}.")
            .VerifyGone();
}
