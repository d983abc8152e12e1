using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job adds a file to its commit that git ignores.</summary>
/// <remarks>Source: git documentation, "git-add", <c>--force</c>: without it, ignored paths that are named are refused, with exit code 1.</remarks>
internal sealed class AddedPathIgnored : Rule<CommandSite>
{
    private static readonly OptionGrammar Grammar = new("--chmod --pathspec-from-file");

    // After these, the files and the ignore rules may be those of another tree.
    private static readonly string[] Elsewhere = ["checkout", "switch", "worktree", "clone", "init", "restore", "config", "rm"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "added-path-ignored",
            "git add of ignored path",
            Severity.High,
            "`git add` exits with 1: the step ends before the commit, and the new file is never stored.",
            "Git does not ignore the files that the job adds."
        );

    public override IEnumerable<CommandSite> Subjects(Deployment deployment) =>
        deployment.Commands.Where(site =>
            site is { Command.Program: "git", IsConditional: false, IsRemote: false, IsOnHostedRunner: true, Directories: [_] }
            && CommandLine.Of(site.Command).Verb == "add"
            && Paths(site).Count > 0
            && !IsElsewhere(site, deployment)
        );

    protected override Subject Identify(CommandSite subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(CommandSite subject, Deployment deployment)
    {
        foreach (var path in Paths(subject))
        {
            if (WhyIgnored(deployment.Tree, subject.Directories[0], path.Literal ?? "") is { } rule)
            {
                yield return Fail(
                        path.Span,
                        $"{subject.Subject} adds `{path.Literal}` to its commit, but {rule.Span} ignores it, so `git add` fails."
                    )
                    .Related(rule.Span, "ignores it")
                    .Remedy($"Write `git add -f` in {subject.Span}, or remove `{rule.Span.Quote}` from {rule.Span}.")
                    .VerifyGoneOr($"! git check-ignore {path.Literal}");
                yield break;
            }
        }
    }

    private static List<ShellWord> Paths(CommandSite site)
    {
        var options = CommandLine.Of(site.Command).Options(Grammar);
        return options.Has("-f", "--force", "-u", "--update", "-A", "--all", "-n", "--dry-run", "-N", "--ignore-errors", "--sparse")
            ? []
            : [.. options.Operands.Skip(1).Where(word => word is { IsPattern: false, Literal: { Length: > 1 } text } && IsPlain(text))];
    }

    private static bool IsPlain(string text) =>
        text[0] is not ('-' or ':' or '/' or '~') && !text.AsSpan().ContainsAny("*?[$") && text != "..";

    private static IgnoreRule? WhyIgnored(RepositoryTree tree, string directory, string path)
    {
        var joined = directory.Length == 0 ? path : $"{directory}/{path}";
        var full = joined.Replace("/./", "/", StringComparison.Ordinal).TrimEnd('/');
        full = full.StartsWith("./", StringComparison.Ordinal) ? full[2..] : full;
        // A directory that holds something tracked is taken, with what of it is not ignored.
        return full.Contains("..", StringComparison.Ordinal) || tree.Has(full)
            ? null
            : tree.WhyIgnored(full) ?? (full[(full.LastIndexOf('/') + 1)..].Contains('.') ? null : tree.WhyIgnored($"{full}/any"));
    }

    private static bool IsElsewhere(CommandSite site, Deployment deployment) =>
        deployment
            .CommandsIn(site.Span.File)
            .Where(other => other.Subject == site.Subject && other.Span.Start < site.Span.Start)
            .Any(other =>
                (other.Command.Program == "git" && Elsewhere.Contains(CommandLine.Of(other.Command).Verb) && !SetsAuthor(other.Command))
                || other.Command.Words.Any(word => word.Raw.Contains(".gitignore", StringComparison.Ordinal))
            )
        || (
            deployment.At<Workflow>(site.Span.File.Path) is { } workflow
            && workflow
                .Jobs.SelectMany(job => job.Steps)
                .Any(step =>
                    step.Uses?.Name == "actions/checkout" && (step.Input("ref") is not null || step.Input("repository") is not null)
                )
        );

    private static bool SetsAuthor(ShellCommand command) =>
        CommandLine.Of(command).Verb == "config" && command.Words.Any(word => word.Raw.Contains("user.", StringComparison.Ordinal));
}
