using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>Jobs that ask for the history of their repository, and what of it their checkout leaves out.</summary>
internal sealed class JobHistories
{
    private readonly LocalActions actions;
    private readonly FetchEffects effects;
    private readonly HistoryStarts starts;

    private JobHistories(Deployment deployment)
    {
        actions = new LocalActions(deployment);
        effects = new FetchEffects(deployment);
        starts = new HistoryStarts(deployment);
    }

    public static IReadOnlyList<JobHistory> Link(Deployment deployment)
    {
        JobHistories histories = new(deployment);
        return
        [
            .. from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            where job.Container is null && IsFresh(job)
            let history = histories.Of(workflow, job)
            where history is not null
            select history,
        ];
    }

    // A machine of one's own may hold what an earlier run fetched.
    private static bool IsFresh(WorkflowJob job) =>
        job.RunsOn is { Group: null }
        && RunnerLabels.Of(job.RunsOn, job.Matrix) is { Count: > 0 } labels
        && labels.All(label => RunnerSelection.IsHostedLabel(label.Value));

    private JobHistory? Of(Workflow workflow, WorkflowJob job)
    {
        FetchedHistory? fetched = null;
        SourceSpan? checkout = null;
        var depth = 0;
        List<MissingHistory> missing = [];
        foreach (var step in actions.Steps(job))
        {
            if (fetched is not null && Wholes(workflow, job, step, fetched) is { } whole)
            {
                (checkout, depth) = (fetched.Span, fetched.Depth);
                missing.AddRange(whole);
            }

            fetched = effects.After(step, fetched);
            RevisionTexts texts = new(workflow, job, step);
            IReadOnlyList<ShellCommand> commands = step.Run?.Commands ?? [];
            for (var index = 0; index < commands.Count && fetched is not null; index++)
            {
                var line = CommandLine.Of(commands[index]);
                List<HistoryQuestion> questions = IsThere(job, step, line.Command) ? [.. HistoryQuestions.Of(line, texts)] : [];
                if (questions.Count > 0)
                {
                    (checkout, depth) = (fetched.Span, fetched.Depth);
                    missing.AddRange(Answers(workflow, job, step, index, questions, fetched));
                }

                fetched = effects.After(line, fetched);
            }
        }

        return checkout is { } span ? new JobHistory($"{workflow.File.Name}: {job.Id}", span, depth, missing) : null;
    }

    /// <summary>What an action lacks that needs all; null for other steps.</summary>
    private List<MissingHistory>? Wholes(Workflow workflow, WorkflowJob job, WorkflowStep step, FetchedHistory fetched)
    {
        if (
            step.Uses is not { Kind: ActionReferenceKind.Repository } uses
            || (!HistoryActions.NeedsWhole(uses.Name) && !HistoryActions.NeedsWholeOnPullRequests(uses.Name))
        )
        {
            return null;
        }

        var ways = starts.Of(workflow, job, step);
        var start = HistoryActions.NeedsWhole(uses.Name) ? ways.FirstOrDefault() : ways.FirstOrDefault(HistoryStarts.IsPull);
        return fetched is { Depth: > 0, HasMore: false } && start is not null
            ? [new MissingHistory(HistoryKind.Whole, uses.Name, "the whole history", start.Event, HistoryFate.IsOfTool, uses.Span)]
            : [];
    }

    private IEnumerable<MissingHistory> Answers(
        Workflow workflow,
        WorkflowJob job,
        WorkflowStep step,
        int index,
        IReadOnlyList<HistoryQuestion> questions,
        FetchedHistory fetched
    )
    {
        if (
            fetched.Depth == 0
            || step.Run is not { } script
            || FailureFates.Of(job, step, script, index, questions[0].Kind == HistoryKind.Tag) is not { } fate
        )
        {
            yield break;
        }

        var ways = starts.Of(workflow, job, step);
        foreach (var question in questions)
        {
            if (HistoryStarts.Missing(question, fetched, ways) is { } start)
            {
                var own =
                    question.IsOfTool ? HistoryFate.IsOfTool
                    // A person who starts it by hand chooses the branch or tag.
                    : fate == HistoryFate.Stops && start.Event == "workflow_dispatch" && question.Kind == HistoryKind.Tag
                        ? HistoryFate.MayStop
                    : fate;
                var command = script.Commands[index];
                yield return new MissingHistory(question.Kind, command.Text, question.Name, start.Event, own, command.Span)
                {
                    Wanted = question.Kind == HistoryKind.Parent ? question.Distance + 1 : null,
                };
                yield break;
            }
        }
    }

    /// <summary>The command runs in the repository of the checkout.</summary>
    private static bool IsThere(WorkflowJob job, WorkflowStep step, ShellCommand command) =>
        command.Directory is { } directory
        && directory is not (['/', ..] or ['.', '.', ..])
        && (
            (directory.Length == 0 && step.WorkingDirectory is null or { Literal: "." or "./" })
            || job.Steps.All(other =>
                other.Uses?.Name != "actions/checkout" || (other.Input("path") is null && other.Input("submodules") is null)
            )
        );
}
