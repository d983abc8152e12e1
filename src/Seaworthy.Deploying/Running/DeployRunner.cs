using System.Diagnostics;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Does the steps of a plan in order, and undoes what was begun when one of them fails. Each step is in the ledger before and after.</summary>
public sealed class DeployRunner(DeployContext context)
{
    private readonly StepActions actions = new(context);

    public DeployOutcome Run(DeployPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        context.Ledger.Write(new LedgerEntry(default, LedgerEvent.Begun) { Release = plan.Release, Steps = plan.Steps });
        for (var at = 0; at < plan.Steps.Count; at++)
        {
            var step = plan.Steps[at];
            if (Do(step) is not { } failure)
            {
                continue;
            }

            // What is left after the promotion harms nobody: the next command does it.
            return plan.Steps.Take(at).Any(each => each.Kind == StepKind.Promote) ? DeployOutcome.Done
                : Undo([.. plan.Steps.Take(at + 1).Reverse()]) ? Outcome(plan, at)
                : DeployOutcome.RollbackFailed;
        }

        Finish(LedgerEvent.Finished, $"Release {plan.Release} is deployed");
        return DeployOutcome.Done;
    }

    /// <summary>Brings a deployment that ended in the middle to an end: forward when it counted already, else back.</summary>
    public DeployOutcome Recover(Unfinished unfinished)
    {
        ArgumentNullException.ThrowIfNull(unfinished);
        if (!unfinished.IsPromoted)
        {
            return !Undo(unfinished.Steps) ? DeployOutcome.RollbackFailed
                : unfinished.HasSwitched ? DeployOutcome.RolledBack
                : DeployOutcome.Health;
        }

        foreach (var step in unfinished.Steps)
        {
            if (Do(step) is not null)
            {
                return DeployOutcome.RollbackFailed;
            }
        }

        Finish(LedgerEvent.Finished, $"Release {unfinished.Release} is deployed");
        return DeployOutcome.Done;
    }

    /// <summary>Before anything had traffic, the old containers were never left: what failed is what the code says.</summary>
    private static DeployOutcome Outcome(DeployPlan plan, int at) =>
        plan.Steps.Take(at + 1).Any(step => step.Kind is StepKind.Switch or StepKind.Canary)
            ? DeployOutcome.RolledBack
            : StepActions.Outcome(plan.Steps[at].Kind);

    private DeployFailedException? Do(DeployStep step)
    {
        var watch = Stopwatch.StartNew();
        Write(LedgerEvent.StepBegun, step, step.What);
        try
        {
            actions.Of(step.Kind).Do(step);
        }
        catch (DeployFailedException failure)
        {
            Write(LedgerEvent.StepFailed, step, failure.Message);
            foreach (var line in failure.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                context.OnProgress(new DeployProgress(LedgerEvent.StepFailed, step.Id, "  | " + line));
            }

            return failure;
        }

        Write(LedgerEvent.StepDone, step, step.What, watch.ElapsedMilliseconds);
        return null;
    }

    /// <summary>In reverse order. What cannot be undone is said, and the rest is undone all the same.</summary>
    private bool Undo(IReadOnlyList<DeployStep> begun)
    {
        var isUndone = true;
        foreach (var step in begun)
        {
            if (step.Undo.Length == 0)
            {
                continue;
            }

            Write(LedgerEvent.UndoBegun, step, step.Undo);
            try
            {
                actions.Of(step.Kind).Undo(step);
                Write(LedgerEvent.UndoDone, step, step.Undo);
            }
            catch (DeployFailedException failure)
            {
                isUndone = false;
                Write(LedgerEvent.UndoFailed, step, $"{failure.Message}: {step.Undo} by hand");
            }
        }

        Finish(
            isUndone ? LedgerEvent.RolledBack : LedgerEvent.Stuck,
            isUndone ? "Everything is as it was before" : "Not everything could be undone"
        );
        return isUndone;
    }

    private void Write(LedgerEvent what, DeployStep step, string detail, long? milliseconds = null)
    {
        context.Ledger.Write(
            new LedgerEntry(default, what)
            {
                Release = context.Release,
                Step = step.Id,
                Detail = detail,
                Milliseconds = milliseconds,
            }
        );
        context.OnProgress(new DeployProgress(what, step.Id, detail) { Milliseconds = milliseconds });
    }

    private void Finish(LedgerEvent what, string detail)
    {
        context.Ledger.Write(what, context.Release, detail: detail);
        context.OnProgress(new DeployProgress(what, null, detail));
    }
}
