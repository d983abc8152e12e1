using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>What becomes of a step when one of its commands fails.</summary>
/// <remarks>
/// Source: Bash Reference Manual, "The Set Builtin", <c>-e</c>, and "Simple Command Expansion": an assignment alone fails with the last substitution in it, any other command does not;
/// GitHub Docs, "Workflow syntax", <c>jobs.&lt;job_id&gt;.steps[*].shell</c>.
/// </remarks>
internal static class FailureFates
{
    /// <summary>Null where the author counts with the failure.</summary>
    /// <param name="isForTag">It looks for a tag, and there may be none yet: a fallback behind its pipe is for that.</param>
    public static HistoryFate? Of(WorkflowJob job, WorkflowStep step, StepScript script, int index, bool isForTag)
    {
        var commands = script.Commands;
        var command = commands[index];
        var around = command.IsInSubstitution ? Around(commands, index) : null;
        var carrier = around ?? command;
        var isExcused = IsExcused(command) || IsExcused(carrier);
        if (
            command.IsBackground
            || !command.StopsOnError
            || script.Shell is not ("bash" or "sh")
            || commands.Take(index).Any(AsksGit)
            // "git diff … | grep … || true" is meant for grep, which may find nothing.
            || (isExcused && (isForTag || !IsPiped(script, index)))
        )
        {
            return null;
        }

        if (isExcused || IsLost(script, index, around))
        {
            return command.Redirects.Any(IsSilencing) ? null : HistoryFate.IsLost;
        }

        return carrier.IsCondition || IsTest(carrier) ? null
            : step.ContinueOnError is { Literal: not "false" } || job.ContinueOnError is { Literal: not "false" } ? HistoryFate.IsIgnored
            : IsUncertain(step, carrier) || commands.ElementAtOrDefault(IndexOf(commands, carrier) + 1)?.Joint == "&&" ? HistoryFate.MayStop
            : HistoryFate.Stops;
    }

    private static bool IsExcused(ShellCommand command) => command.FailureIsMasked || command.HasFallback;

    private static bool IsTest(ShellCommand command) => command.Program is "[" or "[[" or "test";

    private static bool IsUncertain(WorkflowStep step, ShellCommand carrier) =>
        carrier.IsConditional
        || carrier.Function is not null
        || StepConditions.MayBeLeftOut(step)
        || step.If?.Raw.Contains("failure()", StringComparison.Ordinal) == true;

    /// <summary>The answer is empty, and the script goes on with it.</summary>
    private static bool IsLost(StepScript script, int index, ShellCommand? around)
    {
        var command = script.Commands[index];
        if (IsPiped(script, index) && (command.LostTo is not null || command.IsCondition || !StopsOnPipe(script)))
        {
            return true;
        }

        return command.IsInSubstitution
            // Only an assignment alone fails with what is put into it, and only with the last of it.
            && (around is null || around.Words.Count > 0 || around.IsInSubstitution || !ReferenceEquals(script.Commands[index + 1], around))
            && (around is null || !IsTest(around));
    }

    private static bool IsPiped(StepScript script, int index) =>
        script.Commands[index].LostTo is not null || script.Commands.ElementAtOrDefault(index + 1)?.Joint == "|";

    private static bool StopsOnPipe(StepScript script) =>
        script.FailsOnPipe || script.Text.Raw.Contains("pipefail", StringComparison.Ordinal);

    /// <summary>The command into which the answer is put.</summary>
    private static ShellCommand? Around(IReadOnlyList<ShellCommand> commands, int index)
    {
        var span = commands[index].Span;
        return commands.Skip(index + 1).FirstOrDefault(other => other.Span.Start < span.Start && other.Span.End >= span.End);
    }

    private static int IndexOf(IReadOnlyList<ShellCommand> commands, ShellCommand command)
    {
        var at = 0;
        while (at < commands.Count && !ReferenceEquals(commands[at], command))
        {
            at++;
        }

        return at;
    }

    private static bool IsSilencing(ShellRedirect redirect) =>
        redirect.Operator is ['2', ..] or ['&', ..] && redirect.Target.Literal == "/dev/null";

    /// <summary>The script looks first whether the history is there.</summary>
    private static bool AsksGit(ShellCommand command) =>
        command.Program == "git"
            ? command.IsCondition
                || command.Words is [_, { Literal: "cat-file" }, ..]
                || (
                    command.Words is [_, { Literal: "rev-parse" }, ..]
                    && command.Words.Any(word => word.Literal is "--verify" or "-q" or "--quiet" or "--is-shallow-repository")
                )
            : (command.IsCondition || IsTest(command))
                && command.Words.Any(word =>
                    word.Raw.Contains("$(git ", StringComparison.Ordinal) || word.Raw.Contains("shallow", StringComparison.Ordinal)
                );
}
