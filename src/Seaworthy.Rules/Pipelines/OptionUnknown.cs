using Seaworthy.Model;
using Seaworthy.Model.Known.Options;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command of a deployment has an option that its tool does not know.</summary>
/// <remarks>Sources: the reference pages of each tool, named beside its list in <c>Known/Options</c>.</remarks>
internal sealed class OptionUnknown : Rule<OptionUnknown.Command>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "option-unknown",
            "Unknown command option",
            Severity.High,
            "The tool stops with `unknown flag` before it does anything, so this step fails at every run.",
            "The tool knows the options of the command.",
            Certainty.Likely
        );

    public override IEnumerable<Command> Subjects(Deployment deployment) =>
        from site in deployment.Commands
        let unknown = ToolOptions.UnknownIn(site.Variables.WithProgram(site.Command))
        where unknown is not null
        select new Command(site, unknown);

    protected override Subject Identify(Command subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(Command subject, Deployment deployment)
    {
        // An option that resembles none may be one of a release that is newer than the list.
        foreach (var option in subject.Options.Where(option => option.Nearest is not null))
        {
            var verdict = Fail(
                option.Span,
                $"{subject.Site.Subject} runs `{option.Tool} {option.Verb}` with `{option.Name}`, but it has no such option."
            );
            yield return (subject.Site.IsConditional ? verdict.As(Severity.Medium) : verdict)
                .Remedy($"Replace `{option.Name}` with `{option.Nearest}` in {option.Span}.")
                .VerifyGone();
        }
    }

    /// <summary>A command of a tool whose options are known.</summary>
    /// <param name="Options">Those that it does not know.</param>
    internal sealed record Command(CommandSite Site, IReadOnlyList<UnknownOption> Options);
}
