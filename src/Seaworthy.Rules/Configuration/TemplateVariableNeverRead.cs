using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A template of an env file documents variables whose names nothing else in the repository holds.</summary>
internal sealed class TemplateVariableNeverRead : Rule<TemplateVariables>
{
    private const int MostPlaces = 12;

    private const int MostReads = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/template-variable-never-read",
            Title = "Env template documents variables that nothing reads",
            Area = Area.Configuration,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale = "Whoever deploys fills in values that change nothing, and cannot tell them from those that matter.",
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
                    $"{subject.Template.File.Path} documents {VariableWords.List(names)}, but no code or configuration in the repository names {(names.Count == 1 ? "it" : "them")}."
                )
                .Related(unread.Skip(1).Take(MostPlaces).Select(entry => entry.Span))
                .Remedy($"Delete {(names.Count == 1 ? "it" : "them")} from {subject.Template.File.Path}, or correct the name.")
                .VerifyGone();
        }
    }

    private Verdict UnderAnotherName(TemplateVariables subject, NearVariable near) =>
        Warn(
                near.Entry.Span,
                $"{subject.Template.File.Path} documents {near.Entry.Name.Value}, which nothing reads; what is read is {near.Name}, which nothing sets{(near.HasDefault ? ", and falls back to its default" : "")}."
            )
            .As(near.HasDefault ? Severity.Medium : Severity.High)
            .Related(near.Reads.Take(MostReads), "read here")
            .Remedy($"Write `{near.Name}` instead of `{near.Entry.Name.Value}` in {near.Entry.Span}.")
            .VerifyGone();
}
