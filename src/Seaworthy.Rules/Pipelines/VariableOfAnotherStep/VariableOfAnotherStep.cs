using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses a shell variable that only an earlier step sets, whose shell is gone.</summary>
internal sealed class VariableOfAnotherStep : Rule<StepVariables>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-of-another-step",
            "Variable that stays in the step before",
            Severity.High,
            "Every step has a shell of its own: the later one puts nothing in the variable's place, and goes on.",
            "What a later step uses is written to $GITHUB_ENV."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<StepVariables>(ForgottenVariables.Link)];

    public override IEnumerable<StepVariables> Subjects(Deployment deployment) => deployment.All<StepVariables>();

    protected override Subject Identify(StepVariables subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StepVariables subject, Deployment deployment)
    {
        foreach (var forgotten in subject.Forgotten)
        {
            var use = forgotten.IsExpression ? $"env.{forgotten.Name}" : $"${forgotten.Name}";
            var message =
                $"{subject.Subject} uses {use}, which only the shell of an earlier step sets, and that shell has ended by then: nothing stands in its place.";
            yield return (forgotten.IsOnlyShown ? Warn(forgotten.Use, message).As(Severity.Low) : Fail(forgotten.Use, message))
                .Related(forgotten.Set, "set here")
                .Remedy($"Add `echo \"{forgotten.Name}=${forgotten.Name}\" >> \"$GITHUB_ENV\"` behind {forgotten.Set}.")
                .VerifyGoneOr($"git grep -n GITHUB_ENV -- {forgotten.Use.File.Path}");
        }
    }
}
