using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The steps of a job with what each is for.</summary>
internal static class PipelineSteps
{
    /// <param name="inside">The steps of a composite action of this repository, which take the place of the step that uses it; none = not known.</param>
    public static IReadOnlyList<PipelineStep> Of(WorkflowJob job, Func<ActionReference, IReadOnlyList<WorkflowStep>>? inside = null)
    {
        var isOnServer = job.RunsOn?.Labels.Any(label => label.Literal == "self-hosted") == true;
        List<PipelineStep> steps = [];
        var judges = Judges(job);
        foreach (var (at, step) in job.Steps.Index())
        {
            var parts = step.Uses is { Kind: ActionReferenceKind.Local } uses ? inside?.Invoke(uses) ?? [] : [];
            var isJudgedLater = step.Id is { } id && judges.GetValueOrDefault(id.Value, -1) >= at;
            steps.AddRange(
                (parts.Count > 0 ? parts : [step])
                    .Select(part => Of(part, isOnServer))
                    .Select(part => isJudgedLater ? part with { FailureIsIgnored = false } : part)
            );
        }

        return steps;
    }

    /// <summary>A stage or job of another system, all of whose commands run on a build machine.</summary>
    /// <param name="used">What the plug-ins that it uses are for.</param>
    public static PipelineStep Of(string name, IEnumerable<StepIntent> used, IReadOnlyList<ShellCommand> commands, SourceSpan span)
    {
        var purposes = CommandIntents.Of(commands, isOnServer: false);
        return new PipelineStep(name, [.. used.Concat(purposes.Select(purpose => purpose.Intent)).Distinct()], commands, "", span)
        {
            Purposes = purposes,
        };
    }

    private static PipelineStep Of(WorkflowStep step, bool isOnServer)
    {
        IReadOnlyList<ShellCommand> commands = step.Run?.Commands ?? step.RemoteCommands;
        var purposes = CommandIntents.Of(commands, isOnServer || step.RemoteCommands.Count > 0);
        List<StepIntent> intents = [.. ActionIntents.Of(step), .. purposes.Select(purpose => purpose.Intent)];
        if (intents.Count == 0 && commands.Any(IsOpaque))
        {
            intents.AddRange(IntentNames.Of(step.Name?.Raw ?? ""));
        }

        return new PipelineStep(NameOf(step), [.. intents.Distinct()], commands, Directory(step), step.Span)
        {
            Purposes = step.RemoteCommands.Count > 0 && !IsStopped(step) ? [.. RemoteScript.Judged(commands, purposes)] : purposes,
            RunsOnlyAfterFailure = AsksForFailure(step.If),
            FailureIsIgnored = step.ContinueOnError?.Literal == "true",
        };
    }

    // Versions of the SSH action before 1.1 put `set -e` in front.
    private static bool IsStopped(WorkflowStep step) => step.Input("script_stop")?.Literal == "true";

    // A computed program, or a request that changes something: only the step's name tells what it is for.
    private static bool IsOpaque(ShellCommand command) =>
        (command.Words.Count > 0 && command.Words[0].Literal is null)
        || KnownCommand.Of(command).Any(known => known is HttpProbeCommand { Method: not ("GET" or "HEAD") });

    /// <summary>For each id the last step that asks how the step of that id ended, and can fail for it.</summary>
    private static Dictionary<string, int> Judges(WorkflowJob job)
    {
        Dictionary<string, int> last = new(StringComparer.Ordinal);
        foreach (var (at, step) in job.Steps.Index())
        {
            if (
                step.Run?.Commands.Any(command => command.Program is "exit" or "false" && command.Words is not [_, { Literal: "0" }])
                == true
            )
            {
                foreach (var id in Judged(step))
                {
                    last[id] = at;
                }
            }
        }

        return last;
    }

    // `conclusion` is what continue-on-error makes of an outcome: success. A condition may ask for a status that the step wrote down: `steps.unit.outputs.exitcode != '0'`.
    private static IEnumerable<string> Judged(WorkflowStep step) =>
        (step.If?.References ?? [])
            .Concat(step.Run?.Text.References ?? [])
            .Concat(step.Environment.SelectMany(variable => variable.Value.References))
            .Where(reference => reference is { Context: "steps", Path: [_, _, "outcome"] })
            .Concat((step.If?.References ?? []).Where(reference => reference is { Context: "steps", Path: [_, _, "outputs", ..] }))
            .Select(reference => reference.Path[1]);

    private static string NameOf(WorkflowStep step) => step.Name?.Raw ?? step.Uses?.Raw ?? FirstLine(step.Run?.Text.Raw ?? "");

    private static string FirstLine(string script) => script.Split('\n', 2)[0].Trim();

    // Remote commands run outside the checkout; a computed directory is not known.
    private static string? Directory(WorkflowStep step) =>
        step.RemoteCommands.Count > 0 ? null
        : step.WorkingDirectory is not { } directory ? ""
        : directory.Literal is { } literal && !literal.StartsWith('/') && !literal.StartsWith('~') ? Relative(literal)
        : null;

    private static string Relative(string directory)
    {
        var trimmed = directory.Trim().TrimEnd('/');
        return trimmed is "." ? ""
            : trimmed.StartsWith("./", StringComparison.Ordinal) ? trimmed[2..]
            : trimmed;
    }

    private static bool AsksForFailure(Condition? condition) =>
        condition is { ChecksStatus: true } && condition.Raw.Contains("failure()", StringComparison.OrdinalIgnoreCase);
}
