using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script uses a variable that nothing sets, and sets one with a similar name.</summary>
internal sealed class VariableNeverSet : Rule<ShellNames>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-never-set",
            "Unset shell variable",
            Severity.High,
            "The shell inserts an empty string and continues: an image has no name, a path begins at the root, a comparison fails.",
            "The script sets its variables, or they may come from outside."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<ShellNames>(UnsetNames.Link)];

    public override IEnumerable<ShellNames> Subjects(Deployment deployment) => deployment.All<ShellNames>();

    protected override Subject Identify(ShellNames subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(ShellNames subject, Deployment deployment)
    {
        foreach (var unset in subject.Unset)
        {
            var message = $"{subject.Subject} uses `${unset.Name}`, which nothing in the repository sets; it sets `{unset.Set.Value}`.";
            yield return (
                unset.IsOnlyShown ? Warn(unset.Span, message).As(Severity.Low)
                : unset.IsOfFamily ? Warn(unset.Span, $"{message} `${unset.Name}` may still come from outside.").As(Severity.Medium)
                : LikelyFail(unset.Span, message)
            ).Related(unset.Set.Span, "set here").Remedy($"Write `${unset.Set.Value}` in {unset.Span}, or set {unset.Name} first.").VerifyOneGone();
        }
    }
}
