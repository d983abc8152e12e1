using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script deploys and continues after a failed command.</summary>
internal sealed class ScriptGoesOnAfterFailure : Rule<Pipeline>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/script-goes-on-after-failure",
            IsPractice = true,
            Title = "Deploy script without set -e",
            Area = Area.Pipelines,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale = "Later commands run with old code, an old image or an old schema, and the script ends without an error.",
            Holds = "The script stops at the first failure.",
        };

    public override IEnumerable<Pipeline> Subjects(Deployment deployment) =>
        deployment.Pipelines.Where(pipeline => pipeline.Declared is ShellScript && !FirstBoot.Runs(pipeline.Declared.File, deployment));

    protected override Subject Identify(Pipeline subject) => new(subject.Declared.File.Path, subject.Declared.File.Whole);

    protected override IEnumerable<Verdict> Check(Pipeline subject, Deployment deployment)
    {
        if (
            subject.Declared is not ShellScript { StopsOnError: false } script
            || script.Commands.Any(command => command.StopsOnError || command.Program is "exit" or "die")
            || Sequel(subject, script, deployment) is not var (failed, next)
        )
        {
            yield break;
        }

        var path = script.File.Path;
        yield return Warn(
                failed.Span,
                $"{path} deploys without `set -e`: when `{failed.Span.Quote}` fails, `{next.Span.Quote}` still runs."
            )
            .Related(next.Span, "still runs")
            .Remedy($"Put `set -e` before {script.Commands.First(command => command.Words.Count > 0).Span}{Spared(script)}.")
            .Verify($"git grep -nE '^\\s*set -[a-z]*e|^#!.* -[a-z]*e' -- {path}   # must find it");
    }

    /// <summary>The first command that fetches something, and the next that starts it in any case.</summary>
    private static Followed? Sequel(Pipeline pipeline, ShellScript script, Deployment deployment)
    {
        var purposes = pipeline.Jobs.SelectMany(job => job.Steps).SelectMany(step => step.Purposes).ToList();
        var known = purposes.ToLookup(purpose => purpose.Command.Span);
        var all = script
            .Commands.Concat(purposes.Select(purpose => purpose.Command))
            .DistinctBy(command => command.Span)
            .OrderBy(command => command.Span.Start)
            .ToList();
        // `git pull && docker compose up` ends with the first: what comes before the last `;` is not waited for.
        var starting = purposes
            .Where(purpose => Starts(purpose, deployment))
            .Select(purpose => new
            {
                purpose.Command,
                Since = all.FindLast(before => before.Joint == ";" && before.Span.Start <= purpose.Command.Span.Start),
            })
            .ToList();
        return (
            from failed in all
            where failed is { StopsOnError: false, IsCondition: false, FailureIsMasked: false, HasFallback: false }
            from next in starting
            where
                next.Since?.Span.Start > failed.Span.End
                && (IsPull(failed) || known[failed.Span].Any(purpose => Brings(purpose) || BringsFor(purpose, next.Command)))
            select new Followed(failed, next.Command)
        ).FirstOrDefault();
    }

    // A request with the word in its address may be for something else, and third-party software is no release.
    private static bool Starts(StepCommand purpose, Deployment deployment) =>
        purpose.Intent == StepIntent.Deploy
        && !KnownCommand.Of(purpose.Command).Any(known => known is HttpProbeCommand)
        && !ForeignSoftware.IsApplied(purpose.Command, deployment);

    private static bool Brings(StepCommand purpose) =>
        purpose.Intent
            is StepIntent.Checkout
                or StepIntent.Install
                or StepIntent.Build
                or StepIntent.BuildImage
                or StepIntent.PushImage
                or StepIntent.Migrate
        // A clone of the first time is there the second time.
        && CommandLine.Of(purpose.Command) is not { Program: "git", Verb: "clone" };

    /// <summary>Copies for the command that starts them, manifests for a chart; several manifests applied in turn may be independent.</summary>
    private static bool BringsFor(StepCommand purpose, ShellCommand next) =>
        purpose.Intent == StepIntent.Deploy
        && CommandLine.Of(purpose.Command).Program != CommandLine.Of(next).Program
        && KnownCommand.Of(purpose.Command).Any(known => known is FileCommand or KubectlCommand or PlatformCommand);

    private static bool IsPull(ShellCommand command) =>
        KnownCommand.Of(command).Any(known => known is ImageCommand { Verb: "pull" } or ComposeCommand { Verb: "pull" });

    /// <summary>A command that fails when there is nothing to remove, or when something already exists, would end the script as well.</summary>
    private static string Spared(ShellScript script) =>
        script.Commands.Where(MayFail).Select(command => command.Span.ToString()).ToList() is { Count: > 0 } places
            ? $", and `|| true` after commands that may fail without harm ({NameList.Of(places, 3)})"
            : "";

    private static bool MayFail(ShellCommand command) =>
        command is { FailureIsMasked: false, IsCondition: false, HasFallback: false }
        && CommandLine.Of(command)
            is { Program: "pkill" or "killall" or "kill" }
                or { Program: "docker" or "podman" or "pm2" or "kubectl", Verb: "stop" or "rm" or "rmi" or "kill" or "delete" or "network" }
                or {
                    Program: "kubectl",
                    Arguments: [{ Literal: "create" }, { Literal: "namespace" or "ns" or "secret" or "configmap" }, ..]
                };

    /// <summary>A command that fetches something, and the one that starts it.</summary>
    private sealed record Followed(ShellCommand Failed, ShellCommand Next);
}
