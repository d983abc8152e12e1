using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>An unquoted here-document uses variables that only the receiving shell would set.</summary>
internal sealed class ExpandedTooEarly : Rule<EarlyExpansion>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "expanded-too-early",
            "Early variable expansion in here-document",
            Severity.High,
            "The sending shell replaces the variable with nothing, so the receiving shell runs its commands without the value.",
            "Variables of the here-document are escaped, or its delimiter is quoted."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<EarlyExpansion>(EarlyExpansions.Link)];

    public override IEnumerable<EarlyExpansion> Subjects(Deployment deployment) => deployment.All<EarlyExpansion>();

    protected override Subject Identify(EarlyExpansion subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EarlyExpansion subject, Deployment deployment)
    {
        if (subject.Lost is not [var first, ..])
        {
            yield break;
        }

        var names = string.Join(", ", subject.Lost.Select(lost => "$" + lost.Name));
        var (are, them) = subject.Lost.Count == 1 ? ("is", "it") : ("are", "them");
        yield return Fail(
                first.Use,
                $"{subject.Subject} passes an unquoted here-document to {subject.Program}, so {names} {are} expanded before the text sets {them}."
            )
            .Related(first.Assignment, "set here")
            .Related(subject.Lost.Skip(1).Select(lost => lost.Use))
            .Remedy(
                $"Write `\\${first.Name}` in {first.Use}, or quote the delimiter (`<<'EOF'`) and pass in what the text needs from outside."
            )
            .VerifyGone();
    }
}
