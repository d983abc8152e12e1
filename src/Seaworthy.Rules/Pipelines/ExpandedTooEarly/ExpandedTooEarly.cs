using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A here-document without quotes uses variables that only the shell at its other end would set.</summary>
internal sealed class ExpandedTooEarly : Rule<EarlyExpansion>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "expanded-too-early",
            "Variable that is replaced before it is set",
            Severity.High,
            "The shell that sends the text puts nothing in the variable's place: the other shell compares with nothing, waits for nothing, starts nothing.",
            "What the here-document sets, it uses with a backslash, or its delimiter is quoted."
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
        var them = subject.Lost.Count == 1 ? "it" : "them";
        yield return Fail(
                first.Use,
                $"{subject.Subject} hands {subject.Program} a here-document without quotes, and the shell that sends it replaces {names} by nothing: only the text itself sets {them}."
            )
            .Related(first.Assignment, "set here")
            .Related(subject.Lost.Skip(1).Select(lost => lost.Use))
            .Remedy(
                $"Write `\\${first.Name}` in {first.Use}, or quote the delimiter (`<<'EOF'`) and give the text what it needs from outside."
            )
            .VerifyGone();
    }
}
