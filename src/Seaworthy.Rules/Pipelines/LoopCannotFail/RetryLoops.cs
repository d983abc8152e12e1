using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Loops such as <c>for i in 1 2 3; do curl -f … &amp;&amp; break; sleep 5; done</c> in pipelines and deploy scripts.</summary>
/// <remarks>
/// Source: POSIX.1-2024, 2.9.4 "Compound Commands": a loop has the status of the last command that ran in it; "set", <c>-e</c>: a failure in front of <c>&amp;&amp;</c> ends nothing.
/// Tried with Bash 5.2 and dash 0.5.
/// </remarks>
internal static class RetryLoops
{
    // What fails in no ordinary run, and tells nobody anything but a reader of the log.
    private static readonly string[] Quiet = ["echo", "printf", "sleep", "true", ":", "cat", "date", "rm"];

    private static readonly string[] Helpers =
    [
        "[",
        "[[",
        "test",
        "break",
        "continue",
        "grep",
        "jq",
        "head",
        "tail",
        "awk",
        "sed",
        "tr",
        "cut",
        "let",
        "expr",
    ];

    public static IReadOnlyList<RetryLoop> Link(Deployment deployment)
    {
        var jobs = NamedJob.All(deployment).ToLookup(job => job.Job.Span.File);
        var work = deployment
            .Pipelines.SelectMany(pipeline => pipeline.Jobs)
            .SelectMany(job => job.Steps)
            .SelectMany(step => step.Purposes)
            .Where(purpose => purpose.Intent is StepIntent.Deploy or StepIntent.PushImage or StepIntent.Migrate)
            .Select(purpose => purpose.Command.Span)
            .ToHashSet();
        var byFile = deployment.Commands.ToLookup(site => site.Span.File);
        return
        [
            .. from text in deployment.Commands.GroupBy(site => site.Variables)
            let sites = text.ToList()
            let file = sites[0].Span.File
            where sites.Exists(site => site.Command.Loop is not null) && jobs.Contains(file)
            from range in Loops(sites)
            let loop = Of(sites, range, work)
            where loop is not null
            select loop with
            {
                CannotFail = loop.CannotFail && IsLast(loop, [.. jobs[file]], byFile[file]),
            },
        ];
    }

    /// <summary>Each stretch of commands inside loops, outside functions.</summary>
    private static IEnumerable<Stretch> Loops(List<CommandSite> sites)
    {
        var start = -1;
        for (var at = 0; at <= sites.Count; at++)
        {
            var isInside = at < sites.Count && sites[at].Command is { Loop: not null, Function: null };
            if (isInside && start < 0)
            {
                start = at;
            }
            else if (!isInside && start >= 0)
            {
                yield return new Stretch(start, at);
                start = -1;
            }
        }
    }

    private static RetryLoop? Of(List<CommandSite> sites, Stretch range, HashSet<SourceSpan> work)
    {
        var (start, end) = range;
        var loop = sites[start..end];
        var leave = loop.FindIndex(site => site.Command.Program == "break" || IsSuccess(site.Command));
        if (leave < 1 || !loop.Exists(site => site.Command.Program == "sleep") || !IsBounded(loop) || Tried(loop, leave) is not { } tried)
        {
            return null;
        }

        var isWork = work.Contains(tried.Span);
        if (!isWork && !loop.Exists(site => site.Known.Any(WaitLoop.IsProbe)))
        {
            return null;
        }

        var rest = sites[end..];
        return new RetryLoop(sites[start].Subject, tried.Command, loop[^1].Span)
        {
            IsWork = isWork,
            CannotFail =
                loop.TrueForAll(site => site == tried || IsQuietInside(site))
                && rest.TrueForAll(site => IsQuiet(site.Command))
                && (rest.Exists(site => site.Command.Words.Count > 0) || EndsWell(loop[^1].Command)),
        };
    }

    /// <summary>It gives up by itself: a list of numbers, or a comparison of a counter.</summary>
    private static bool IsBounded(List<CommandSite> loop) =>
        loop[0].Command.Loop == "for"
        || (
            loop[0].Command is { IsCondition: true, Program: "[" or "[[" or "test" } asked
            && asked.Words.Any(word => word.Literal is "-lt" or "-le")
        );

    /// <summary>What decides: the command in front of <c>&amp;&amp; break</c>, or the condition around it.</summary>
    private static CommandSite? Tried(List<CommandSite> loop, int leave) =>
        loop[leave].Command.Joint == "&&"
            ? loop[leave - 1]
            : loop.Take(leave)
                .LastOrDefault(site =>
                    site.Command is { IsCondition: true, Words.Count: > 0, IsInSubstitution: false }
                    && (site != loop[0] || site.Command.Loop == "for")
                );

    private static bool IsQuietInside(CommandSite site) =>
        IsQuiet(site.Command) || Helpers.Contains(site.Command.Program) || site.Known.Any(WaitLoop.IsProbe);

    private static bool IsQuiet(ShellCommand command) =>
        !command.Redirects.Any(redirect => redirect.Target.Raw.Contains("GITHUB_", StringComparison.Ordinal))
        && (command.Words.Count == 0 || Quiet.Contains(command.Program) || IsSuccess(command) || LooksOnly(command));

    private static bool IsSuccess(ShellCommand command) => command is { Program: "exit", Words: [_, { Literal: "0" }] };

    // Shows or clears away something.
    private static bool LooksOnly(ShellCommand command) =>
        CommandLine.Of(command)
            is { Program: "docker", Verb: "logs" or "ps" or "images" or "logout" or "image prune" or "system prune" or "builder prune" }
                or { Program: "compose", Verb: "logs" or "ps" };

    /// <summary>The status of the last round is a success although nothing was found.</summary>
    private static bool EndsWell(ShellCommand last) =>
        last.Joint != "&&" && (Quiet.Contains(last.Program) || last.Program == "break" || IsSuccess(last));

    /// <summary>Nothing else in the step fails, and for a question no later step of the job, and no job that waits for it, asks again.</summary>
    private static bool IsLast(RetryLoop loop, IReadOnlyList<NamedJob> jobs, IEnumerable<CommandSite> sites)
    {
        var place = loop.End;
        var next = jobs.Select(job => job.Job.Span.Start)
            .Concat(jobs.SelectMany(job => job.Job.Steps).Select(step => step.Span.Start))
            .Where(start => start > place.End)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        // What stands around a text that is sent to another machine.
        if (sites.Any(site => site.Span.Start > place.End && site.Span.Start < next && !IsQuiet(site.Command)))
        {
            return false;
        }

        return loop.IsWork
            || jobs.LastOrDefault(job => job.Job.Span.Start <= place.Start) is not { } own
            || (
                own.Job.Steps.Where(step => step.Span.Start > place.End).All(IsIdle)
                && own.Job.Steps.LastOrDefault(step => step.Span.Start <= place.Start) is not { FailureIsIgnored: true }
                && !own.Pipeline.Jobs.Any(other => AsksAgain(other, own.Job))
            );
    }

    private static bool AsksAgain(PipelineJob other, PipelineJob job) =>
        other.Needs.Contains(job.Id, StringComparer.OrdinalIgnoreCase)
        && other.Steps.Any(step =>
            !step.RunsOnlyAfterFailure
            && step.Intents.Any(intent => intent is StepIntent.Test or StepIntent.SmokeTest or StepIntent.WaitForHealth)
        );

    private static bool IsIdle(PipelineStep step) =>
        step.RunsOnlyAfterFailure
        || step.Intents is [StepIntent.Notify] or [StepIntent.CleanUp]
        || (step.Commands.Count > 0 && step.Commands.All(command => IsQuiet(command) || command.IsInSubstitution));

    private sealed record Stretch(int Start, int End);
}
