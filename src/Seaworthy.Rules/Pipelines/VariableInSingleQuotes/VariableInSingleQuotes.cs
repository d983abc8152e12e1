using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A variable stands in the single quotes of a <c>sed</c>, so the file gets its name and not its value.</summary>
internal sealed class VariableInSingleQuotes : Rule<SedReplacement>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-in-single-quotes",
            "Shell variable in single quotes",
            Severity.High,
            "The shell expands nothing in single quotes, so `sed` writes the text of the variable into the file. A cluster refuses `image: shop:${TAG}`.",
            "The shell replaces the variable before `sed` gets it.",
            Certainty.Likely
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<SedReplacement>(SedReplacements.Link)];

    public override IEnumerable<SedReplacement> Subjects(Deployment deployment) => deployment.All<SedReplacement>();

    protected override Subject Identify(SedReplacement subject) => new($"{subject.Site.Subject}: {subject.File}", subject.Span);

    protected override IEnumerable<Verdict> Check(SedReplacement subject, Deployment deployment)
    {
        if (subject.Kept is not { } kept)
        {
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Site.Subject} writes the text `{kept}` into {subject.File}, not its value: the variable is in single quotes."
            )
            .Related(subject.SetAt is { IsWholeFile: false } place ? place : null)
            .Remedy($"Write the program of `sed` in {subject.Span} in double quotes, with a backslash in front of other `$`.")
            .VerifyGone();
    }
}
