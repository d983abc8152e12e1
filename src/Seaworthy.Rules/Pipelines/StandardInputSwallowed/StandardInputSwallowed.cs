using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command reads the rest of its own script, or the list of its loop, from standard input.</summary>
internal sealed class StandardInputSwallowed : Rule<InputReader>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "standard-input-swallowed",
            "Standard input swallowed",
            Severity.High,
            "The shell finds nothing more to read: it skips the remaining commands or items, and ends with success.",
            "No command reads the script or the list that its shell reads.",
            Certainty.Likely
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<InputReader>(InputReaders.Link)];

    public override IEnumerable<InputReader> Subjects(Deployment deployment) => deployment.All<InputReader>();

    protected override Subject Identify(InputReader subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(InputReader subject, Deployment deployment)
    {
        if (subject.LoopReader is { } read)
        {
            yield return Of(
                    subject,
                    $"`{subject.Program}` in {subject.Site.Subject} reads the list of its `while read` loop from standard input, so the loop ends after one round."
                )
                .Related(read.Span, "reads the same input");
        }
        else if (subject.Lost is { } lost)
        {
            yield return Of(
                    subject,
                    $"`{subject.Program}` in {subject.Site.Subject} reads the rest of the script from standard input, so `{lost.Span.Quote}` never runs."
                )
                .Related(lost.Span, "never runs");
        }
    }

    private Verdict Of(InputReader subject, string message)
    {
        // Behind a condition it may not run at all.
        var command = subject.Site.Command;
        var verdict = command.IsConditional && subject.LoopReader is null ? Warn(subject.Place, message) : Fail(subject.Place, message);
        return verdict.Remedy($"{subject.Fix} in {subject.Place}.").VerifyGone();
    }
}
