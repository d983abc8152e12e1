using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A line of options is a command of its own, because the command above it has ended.</summary>
internal sealed class OptionRunAsCommand : Rule<ContinuedCommand>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "option-run-as-command",
            "Option run as command",
            Severity.High,
            "A comment, or a missing backslash, ends the command: it runs without the options that follow, and the shell looks for a program of their name.",
            "Each line of the command but the last ends with a backslash, with no comment between."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<ContinuedCommand>(ContinuedCommands.Link)];

    public override IEnumerable<ContinuedCommand> Subjects(Deployment deployment) => deployment.All<ContinuedCommand>();

    protected override Subject Identify(ContinuedCommand subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(ContinuedCommand subject, Deployment deployment)
    {
        if (subject.Option is not { } option)
        {
            yield break;
        }

        // What is behind the sign may be a secret.
        var name = option.Command.Words[0].ToString().Split('=')[0];
        yield return Fail(
                option.Span,
                $"`{name}` is run as a command: `{subject.Name}` ends at {subject.Site.Span.File.Path}:{subject.Site.Span.EndLine}, and runs without it."
            )
            .Related(subject.Site.Span, "ends here")
            .Remedy(
                option.Span.StartLine > subject.Site.Span.EndLine + 1
                    ? $"Remove what stands between {subject.Site.Span.File.Path}:{subject.Site.Span.EndLine} and {option.Span}: a comment cannot stand inside a command."
                    : $"End {subject.Site.Span.File.Path}:{subject.Site.Span.EndLine} with a blank and a backslash."
            )
            .Verify($"git grep -nE -B2 {$"^ *{name}\\b"} -- {option.Span.File.Path}   # the line above must end with a backslash");
    }
}
