using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline continues after an important step has failed.</summary>
internal sealed class MaskedFailure : Rule<NamedJob>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/masked-failure",
            Title = "Masked failure in pipeline",
            Area = Area.Pipelines,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The pipeline is green although its tests, migration, backup or deployment failed.",
            Holds = "A failed step stops the pipeline.",
        };

    // Other systems read the results of tests in plug-ins and blocks: a report of failed tests fails the stage.
    public override IEnumerable<NamedJob> Subjects(Deployment deployment) =>
        NamedJob.All(deployment).Where(job => job.Job.Steps.Any(step => step.Intents.Any(intent => IsJudged(job, intent))));

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        List<Verdict> verdicts = IgnoredJob(subject) is { } whole ? [whole] : [];
        foreach (var step in subject.Job.Steps.Where(step => !step.RunsOnlyAfterFailure))
        {
            if (
                step.FailureIsIgnored
                && IsGitHubs(subject)
                && !Reports(subject, step)
                && step.Intents.Where(intent => IsJudged(subject, intent)).ToList() is [var ignored, ..]
            )
            {
                if (ignored != StepIntent.Deploy || !IsCheckedAfter(subject.Job, step))
                {
                    verdicts.Add(Ignored(subject, step, ignored));
                }

                continue;
            }

            foreach (
                var purpose in step.Purposes.Where(purpose =>
                    purpose.Command.FailureIsMasked
                    && IsJudged(subject, purpose.Intent)
                    && !CopiesFiles(purpose)
                    // The tests ran before.
                    && !purpose.Command.SendsCoverage()
                    && !ClearsAway(purpose)
                    && !purpose.Command.KeepsFailure(step.Span)
                    && !purpose.Command.EndsInFailure()
                    && !IsDoneAgain(subject.Job, purpose)
                )
            )
            {
                verdicts.Add(Masked(subject, purpose));
            }

            foreach (
                var purpose in step.Purposes.Where(purpose =>
                    IsGitHubs(subject) && IsJudged(subject, purpose.Intent) && PipeLoss.Of(subject.Job, purpose)
                )
            )
            {
                verdicts.Add(Lost(subject, purpose));
            }

            verdicts.AddRange(
                step.Purposes.Where(purpose =>
                        purpose.LostBehind is not null
                        && IsJudged(subject, purpose.Intent)
                        && !ClearsAway(purpose)
                        && !IsCheckedAfter(subject.Job, step)
                    )
                    .Select(purpose => LostThere(subject, purpose))
            );
        }

        return verdicts
            .GroupBy(verdict => new { verdict.Outcome, verdict.Severity })
            .Select(same => same.First().Related(same.Skip(1).Select(verdict => verdict.Locations[0].Span)));
    }

    /// <summary>A later step checks the deployment, and stops the job when it is not there.</summary>
    private static bool IsCheckedAfter(PipelineJob job, PipelineStep deploying) =>
        job
            .Steps.SkipWhile(step => step != deploying)
            .Skip(1)
            .Any(step =>
                step is { FailureIsIgnored: false, RunsOnlyAfterFailure: false, Commands.Count: > 0 }
                && !step.Purposes.Any(purpose => purpose is { Intent: StepIntent.SmokeTest, Command.FailureIsMasked: true })
                && (step.Intents.Contains(StepIntent.SmokeTest) || step.Name.Split(' ', '-', '_', ':', '/').Any(SaysCheck))
            );

    private static bool SaysCheck(string word) =>
        word.ToUpperInvariant() is "VERIFY" or "CONFIRM" or "CHECK" or "SMOKE" or "HEALTH" or "HEALTHCHECK";

    private static bool IsJudged(NamedJob job, StepIntent intent) =>
        intent is StepIntent.Migrate or StepIntent.Deploy or StepIntent.BackUp || (intent == StepIntent.Test && IsGitHubs(job));

    // Shells of other systems have options of their own: GitLab's bash has pipefail.
    private static bool IsGitHubs(NamedJob job) => job.Pipeline.Declared is Workflow or ShellScript;

    /// <summary>An action that shows what tests have found: they ran before.</summary>
    private static bool Reports(NamedJob subject, PipelineStep step) =>
        step.Commands.Count == 0
        && subject.Pipeline.Declared is Workflow workflow
        && workflow.Job(subject.Job.Id)?.Steps.FirstOrDefault(declared => declared.Span == step.Span)?.Uses is { } uses
        && uses.Name.Split('/', '-', '_').Any(word => word is "report" or "reporter" or "result" or "results" or "annotations");

    /// <summary>A later command does the same, or more, and its failure counts: <c>terraform apply -target=… || true</c>, and then <c>terraform apply</c>.</summary>
    private static bool IsDoneAgain(PipelineJob job, StepCommand purpose) =>
        job
            .Steps.SelectMany(step => step.Purposes)
            .Any(later =>
                later.Intent == purpose.Intent
                && later.Command.Span.Start > purpose.Command.Span.End
                && later.Command is { StopsOnError: true, MayFailUnnoticed: false, LostTo: null, Words.Count: > 1 }
                && later.Command.Words.All(word => purpose.Command.Words.Any(same => same.Raw == word.Raw))
            );

    // What is left of an earlier run is cleared away, if there is any.
    private static bool ClearsAway(StepCommand purpose) =>
        purpose.Command.Words.Any(word => word.Literal is "delete" or "rm" or "stop" or "down" or "prune" or "uninstall" or "patch");

    // Copies of files that may be there are no backup that anybody relies on.
    private static bool CopiesFiles(StepCommand purpose) => purpose.Command.Program is "cp" or "mv" or "tar" or "rsync" or "mkdir";

    private Verdict Ignored(NamedJob subject, PipelineStep step, StepIntent intent) =>
        Warn(step.Span, $"{subject.Name} ignores a failed {Word(intent)}: step `{step.Name}` sets `continue-on-error`.")
            .Remedy($"Remove `continue-on-error` from the step at {step.Span}.")
            .Verify($"git grep -n continue-on-error -- {subject.File.Path}   # must not find it at this step");

    private Verdict Masked(NamedJob subject, StepCommand purpose) =>
        Warn(purpose.Command.Span, $"{subject.Name} masks a failed {Word(purpose.Intent)}: `{purpose.Command.Span.Quote}` always succeeds.")
            .Remedy($"Let the command at {purpose.Command.Span} fail, or test for the one harmless failure.")
            .VerifyGone();

    private Verdict Lost(NamedJob subject, StepCommand purpose)
    {
        var last = purpose.Command.LostTo?[0].ToString();
        var message =
            $"{subject.Name} masks a failed {Word(purpose.Intent)}: without pipefail, `{purpose.Command.Span.Quote}` returns only the status of `{last}`.";
        return Warn(purpose.Command.Span, message)
            .Remedy(
                subject.Pipeline.Declared is Workflow
                    ? $"Set `shell: bash` for the step at {purpose.Command.Span}, which sets pipefail; without it GitHub runs `bash -e`."
                    : $"Put `set -o pipefail` before {purpose.Command.Span}."
            )
            .Verify($"git grep -nE 'pipefail|shell:' -- {subject.File.Path}   # must find it for this step");
    }

    /// <summary>The script on the other machine goes on, and its last command succeeds.</summary>
    private Verdict LostThere(NamedJob subject, StepCommand purpose) =>
        Warn(
                purpose.Command.Span,
                $"{subject.Name} masks a failed {Word(purpose.Intent)}: the remote script has no `set -e`, so after `{purpose.Command.Span.Quote}` only the status of `{purpose.LostBehind?.Span.Quote}` counts."
            )
            .Related(purpose.LostBehind?.Span, "decides")
            .Remedy($"Put `set -e` in front of the remote script at {purpose.Command.Span}.")
            .Verify($"git grep -nE 'set -[a-z]*e' -- {subject.File.Path}   # must find it in this script");

    /// <summary>The run succeeds whatever the job does. Tests that may fail are mostly meant so.</summary>
    private Verdict? IgnoredJob(NamedJob subject) =>
        subject.Pipeline.Declared is Workflow workflow
        && workflow.Job(subject.Job.Id) is { ContinueOnError: { Literal: "true" } ignored, Matrix: null }
        && subject.Does(StepIntent.Deploy)
        && !IsLookedAt(workflow, subject.Job)
            ? Warn(ignored.Span, $"{subject.Name} ignores a failed deployment: the job sets `continue-on-error`, so the run stays green.")
                .Remedy($"Remove {ignored.Span}.")
                .VerifyGone()
            : null;

    // A later job asks how it ended.
    private static bool IsLookedAt(Workflow workflow, PipelineJob job) =>
        workflow.Jobs.Any(other => other.Needs.Any(need => need.Value == job.Id) && other.If is { ChecksStatus: true });

    private static string Word(StepIntent intent) =>
        intent switch
        {
            StepIntent.Test => "test",
            StepIntent.Migrate => "migration",
            StepIntent.BackUp => "backup",
            _ => "deployment",
        };
}
