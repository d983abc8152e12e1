using System.Buffers;
using System.IO.Enumeration;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step ends the job unless a file of the repository exists, and it does not; or its test takes one file and is given several.</summary>
internal sealed class FileCheckFails : Rule<FileCheckFails.Test>
{
    // What makes no file, whatever its arguments.
    private static readonly HashSet<string> MakeNothing = new(StringComparer.Ordinal)
    {
        "echo",
        "printf",
        "test",
        "[",
        "[[",
        "ls",
        "cat",
        "grep",
        "cd",
        "set",
        "exit",
        "pwd",
        "find",
        "wc",
        "head",
        "true",
    };

    private static readonly SearchValues<char> Computed = SearchValues.Create("$`{[\"'");

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "file-check-fails",
            "Failing file check",
            Severity.High,
            "The check ends the step with an error in every run: the job never succeeds.",
            "The checked file is in the repository."
        );

    public override IEnumerable<Test> Subjects(Deployment deployment) =>
        from job in HostedJob.All(deployment)
        from step in job.Job.Steps
        where step.Run?.Shell is "bash" or "sh" && step.ContinueOnError is null && step.If is null
        let sites = job.CommandsOf(step, deployment).ToList()
        from at in Enumerable.Range(0, sites.Count)
        from test in sites[at].Known.OfType<FileTestCommand>()
        where test.Operator is 'f' or 'e' or 'd' or 's' or 'r' && EndsStep(sites, at, test)
        where sites[at].Directories is [_, ..] && !MayBeMade(job, step, sites[at])
        select new Test(job, sites[at], test);

    protected override Subject Identify(Test subject) => new(subject.Job.Name, subject.Command.Path.Span, subject.Command.Path.Raw);

    protected override IEnumerable<Verdict> Check(Test subject, Deployment deployment)
    {
        var (job, site, test) = subject;
        var written = test.Path.Literal ?? (test.Path.IsPattern ? test.Path.Raw : null);
        if (
            written is null
            || written.AsSpan().ContainsAny(Computed)
            || RepositoryPath.Join(site.Directories[0], written) is not { Length: > 0 } path
        )
        {
            yield break;
        }

        if (test.Path.IsPattern && !test.IsNegated)
        {
            var found = Matching(deployment.Tree, path);
            if (found > 1)
            {
                yield return Fail(
                        test.Path.Span,
                        $"{job.Name} tests `{written}`, which the shell replaces by {found} files, but `{site.Command.Program}` takes one."
                    )
                    .Remedy($"Write `ls {written} >/dev/null` in place of the test in {site.Span}.")
                    .VerifyGone();
            }
        }
        else if (!test.Path.IsPattern && !deployment.Tree.Has(path))
        {
            var ignored = deployment.Tree.WhyIgnored(path);
            yield return Fail(
                    test.Path.Span,
                    $"{job.Name} fails unless {path} exists, but {(ignored is null ? "the repository does not have it" : $"git ignores it ({ignored.Span})")}."
                )
                .Related(ignored?.Span)
                .Remedy($"Commit {path}, or remove the check from {site.Span}.")
                .VerifyGoneOr($"git ls-files --error-unmatch {path}");
        }
    }

    /// <summary>Its failure ends the step: it stands alone, or <c>exit 1</c> depends on it.</summary>
    private static bool EndsStep(List<CommandSite> sites, int at, FileTestCommand test)
    {
        var command = sites[at].Command;
        if (command.IsConditional || command.Function is not null || command.IsInSubstitution)
        {
            return false;
        }

        var next = at + 1 < sites.Count ? sites[at + 1].Command : null;
        return command.IsCondition ? test.IsNegated && Exits(sites, at)
            : next?.Joint is "||" or "&&" ? next.Joint == (test.IsNegated ? "&&" : "||") && IsExit(next)
            : !test.IsNegated && !command.MayFailUnnoticed && !command.IsTested;
    }

    /// <summary>The first branch of the condition ends in <c>exit 1</c>.</summary>
    private static bool Exits(List<CommandSite> sites, int at) =>
        sites
            .Skip(at + 1)
            .Select(site => site.Command)
            .TakeWhile(command => command.IsConditional && !command.IsCondition && command.Program is "echo" or "printf" or "exit" or "ls")
            .Any(IsExit);

    private static bool IsExit(ShellCommand command) => command is { Program: "exit", Words: [_, { Literal: not ("0" or null) }] };

    /// <summary>Something before it in the job may make files.</summary>
    private static bool MayBeMade(HostedJob job, WorkflowStep step, CommandSite test)
    {
        var past = job.Before(step, test.Span);
        return past.MayHaveBrought
            || past.HasUnread
            || past.Steps.Any(other => other.Uses is { } uses && uses.Name.StartsWith("docker/", StringComparison.Ordinal))
            || past.Commands.Any(MayMake);
    }

    private static bool MayMake(ShellCommand command) =>
        (
            !MakeNothing.Contains(command.Program)
            && !KnownCommand.Of(command).Any(known => known is ComposeCommand { Verb: "config" or "version" or "ps" })
        )
        || command.Redirects.Any(redirect =>
            redirect.Operator.Contains('>', StringComparison.Ordinal) && redirect.Target.Literal != "/dev/null"
        );

    private static int Matching(RepositoryTree tree, string pattern)
    {
        var slash = pattern.LastIndexOf('/');
        var (directory, name) = slash < 0 ? ("", pattern) : (pattern[..slash], pattern[(slash + 1)..]);
        return directory.Contains('*', StringComparison.Ordinal)
            ? 0
            : tree.FilesIn(directory)
                .Count(file => FileSystemName.MatchesSimpleExpression(name, RepositoryPath.NameOf(file.Path), ignoreCase: false));
    }

    /// <summary>A test whose failure ends its step.</summary>
    internal sealed record Test(HostedJob Job, CommandSite Site, FileTestCommand Command);
}
