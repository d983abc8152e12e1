using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses a shell variable that only the shell of an earlier step sets.</summary>
internal sealed class VariableOfAnotherStep : Rule<StepVariables>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-of-another-step",
            "Shell variable from earlier step",
            Severity.High,
            "Each step starts a new shell: the variable is empty in the later step, and the script continues.",
            "Variables of later steps are written to $GITHUB_ENV."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<StepVariables>(ForgottenVariables.Link)];

    public override IEnumerable<StepVariables> Subjects(Deployment deployment) => deployment.All<StepVariables>();

    protected override Subject Identify(StepVariables subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StepVariables subject, Deployment deployment)
    {
        foreach (var forgotten in subject.Forgotten)
        {
            var use = forgotten.IsExpression ? $"env.{forgotten.Name}" : $"${forgotten.Name}";
            var message = $"{subject.Subject} uses `{use}`, which only the shell of an earlier step sets, so it is empty.";
            yield return (forgotten.IsOnlyShown ? Warn(forgotten.Use, message).As(Severity.Low) : Fail(forgotten.Use, message))
                .Related(forgotten.Set, "set here")
                .Remedy($"Add `echo \"{forgotten.Name}=${forgotten.Name}\" >> \"$GITHUB_ENV\"` after {forgotten.Set}.")
                .VerifyGoneOr($"git grep -n GITHUB_ENV -- {forgotten.Use.File.Path}");
        }
    }
}
