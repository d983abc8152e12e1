using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A condition of a script always gives the same answer.</summary>
internal sealed class ConstantCondition : Rule<ShellCondition>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "constant-condition",
            "Constant shell condition",
            Severity.Medium,
            "The script takes the same branch whatever happened: a guard against a missing value never fires, or a failure is reported as success.",
            "The condition can be true and false."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<ShellCondition>(ShellConditions.Link)];

    public override IEnumerable<ShellCondition> Subjects(Deployment deployment) => deployment.All<ShellCondition>();

    protected override Subject Identify(ShellCondition subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(ShellCondition subject, Deployment deployment)
    {
        if (subject.Because is { } because)
        {
            var place = subject.Site.Span;
            yield return Fail(
                    place,
                    $"The condition `{place.Quote}` of {subject.Site.Subject} is {(subject.Answer ? "always true" : "never true")}: {because}."
                )
                .Related(subject.Asked)
                .Remedy($"{subject.Remedy} in {place}.")
                .VerifyGone();
        }
    }
}
