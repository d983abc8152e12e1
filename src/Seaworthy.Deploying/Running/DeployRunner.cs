using System.Diagnostics;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Does the steps of a plan in order, and undoes what was begun when one of them fails. Each step is in the ledger before and after.</summary>
public sealed class DeployRunner
{
    private readonly LedgerFile ledger;
    private readonly int number;
    private readonly Action<DeployProgress> onProgress;
    private readonly Func<StepKind, IStepAction> action;
    private readonly string restored;

    public DeployRunner(DeployContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ledger = context.Ledger;
        number = context.Release;
        onProgress = context.OnProgress;
        action = new StepActions(context).Of;
        restored = "Everything is as it was before";
    }

    /// <param name="ledger">Where each step is written before and after.</param>
    /// <param name="number">The release that is made.</param>
    /// <param name="onProgress">Receives what happens.</param>
    /// <param name="action">Who does the steps of a kind.</param>
    /// <param name="restored">What holds when everything was undone that can be.</param>
    internal DeployRunner(
        LedgerFile ledger,
        int number,
        Action<DeployProgress> onProgress,
        Func<StepKind, IStepAction> action,
        string restored
    )
    {
        this.ledger = ledger;
        this.number = number;
        this.onProgress = onProgress;
        this.action = action;
        this.restored = restored;
    }

    public DeployOutcome Run(DeployPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ledger.Write(new LedgerEntry(default, LedgerEvent.Begun) { Release = plan.Release, Steps = plan.Steps });
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
            action(step.Kind).Do(step);
        }
        catch (DeployFailedException failure)
        {
            Write(LedgerEvent.StepFailed, step, failure.Message);
            foreach (var line in failure.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                onProgress(new DeployProgress(LedgerEvent.StepFailed, step.Id, "  | " + line));
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
                action(step.Kind).Undo(step);
                Write(LedgerEvent.UndoDone, step, step.Undo);
            }
            catch (DeployFailedException failure)
            {
                isUndone = false;
                Write(LedgerEvent.UndoFailed, step, $"{failure.Message}: {step.Undo} by hand");
            }
        }

        Finish(isUndone ? LedgerEvent.RolledBack : LedgerEvent.Stuck, isUndone ? Restored(begun) : "Not everything could be undone");
        return isUndone;
    }

    private string Restored(IReadOnlyList<DeployStep> begun) =>
        begun.Any(step => step.LeavesMigration) ? $"{restored}, but for what migrations changed" : restored;

    private void Write(LedgerEvent what, DeployStep step, string detail, long? milliseconds = null)
    {
        ledger.Write(
            new LedgerEntry(default, what)
            {
                Release = number,
                Step = step.Id,
                Detail = detail,
                Milliseconds = milliseconds,
            }
        );
        onProgress(new DeployProgress(what, step.Id, detail) { Milliseconds = milliseconds });
    }

    private void Finish(LedgerEvent what, string detail)
    {
        ledger.Write(what, number, detail: detail);
        onProgress(new DeployProgress(what, null, detail));
    }
}
