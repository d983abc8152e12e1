using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script uses a variable that nothing sets, beside one of nearly that name that it sets.</summary>
internal sealed class VariableNeverSet : Rule<ShellNames>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-never-set",
            "Shell variable that nothing sets",
            Severity.High,
            "The shell puts nothing in its place and goes on: an image without a name, a path that begins at the root, a comparison with nothing.",
            "The variables of the script are set by it, or may come from outside."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<ShellNames>(UnsetNames.Link)];

    public override IEnumerable<ShellNames> Subjects(Deployment deployment) => deployment.All<ShellNames>();

    protected override Subject Identify(ShellNames subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(ShellNames subject, Deployment deployment)
    {
        foreach (var unset in subject.Unset)
        {
            var message =
                $"{subject.Subject} uses ${unset.Name}, which nothing in the repository sets; what it sets is {unset.Set.Value}: the shell puts nothing in its place.";
            yield return (
                unset.IsOnlyShown ? Warn(unset.Span, message).As(Severity.Low)
                : unset.IsOfFamily ? Warn(unset.Span, $"{message.TrimEnd('.')}, unless it is given from outside.").As(Severity.Medium)
                : LikelyFail(unset.Span, message)
            ).Related(unset.Set.Span, "set here").Remedy($"Write `${unset.Set.Value}` in {unset.Span}, or set {unset.Name} before.").VerifyOneGone();
        }
    }
}
