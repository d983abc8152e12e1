using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command asks for a confirmation, or wants a terminal, where a job or a remote script has none.</summary>
internal sealed class PromptWithoutTerminal : Rule<PromptWithoutTerminal.Asking>
{
    private static readonly string[] Terminals = ["script -q", "script -e", "request_pty", "ssh -t", "unbuffer"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "prompt-without-terminal",
            "Prompt without terminal",
            Severity.High,
            "Nobody answers in a job: the command ends with an error, or takes the missing answer for a no and does nothing.",
            "Commands that ask have the flag to go ahead."
        );

    public override IEnumerable<Asking> Subjects(Deployment deployment) =>
        from site in deployment.Commands
        where HasNoTerminal(site, deployment)
        let demand = Confirmations.Of(site)
        where demand is not null
        select new Asking(site, demand);

    protected override Subject Identify(Asking subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(Asking subject, Deployment deployment)
    {
        var (site, demand) = subject;
        // In a pipe the answer may come from before: `yes | …`.
        if (demand.IsMet || site.Command.Joint == "|" || site.Command.Redirects.Any(redirect => redirect.Operator.StartsWith('<')))
        {
            yield break;
        }

        var message = $"{site.Subject} runs `{demand.Name}{(demand.IsForTerminal ? " " : "` without `")}{demand.Flag}`: {demand.Outcome}.";
        var verdict =
            demand.IsHarmless ? Fail(site.Span, message).As(Severity.Medium)
            : site.IsConditional ? Warn(site.Span, message).As(Severity.Medium)
            : Fail(site.Span, message);
        yield return verdict.Remedy(demand.Remedy(site.Span)).VerifyGone();
    }

    /// <summary>A step of a pipeline, or a script that an action or pipeline sends to a server.</summary>
    private static bool HasNoTerminal(CommandSite site, Deployment deployment) =>
        deployment.At<Workflow>(site.Span.File.Path) is not null
            // `script` makes a terminal of its own.
            ? !Array.Exists(Terminals, site.Span.File.Mentions)
            : deployment.At<CompositeAction>(site.Span.File.Path) is not null
                || deployment.At<GitLabPipeline>(site.Span.File.Path) is not null
                // CircleCI gives each step a terminal.
                || deployment.At<CommandPipeline>(site.Span.File.Path) is { System: not "circleci" };

    /// <summary>A command that asks, unless it has a flag.</summary>
    internal sealed record Asking(CommandSite Site, Confirmation Demand);
}
