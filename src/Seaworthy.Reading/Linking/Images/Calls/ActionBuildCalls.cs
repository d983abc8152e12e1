using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Builds by <c>docker/build-push-action</c>, and by the older action that has nearly the same inputs.</summary>
/// <remarks>Sources: docker/build-push-action, README, "inputs"; elgohr/Publish-Docker-Github-Action, README.</remarks>
internal static class ActionBuildCalls
{
    private const string Earlier = "an earlier step of the job may create it";

    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name is "docker/build-push-action" || IsOlder(step)
        from call in Calls(deployment, workflow, job, step)
        select call;

    // With a working directory of its own everything is relative to that.
    private static bool IsOlder(WorkflowStep step) =>
        string.Equals(step.Uses?.Name, "elgohr/Publish-Docker-Github-Action", StringComparison.OrdinalIgnoreCase)
        && step.Input("workdir") is null;

    private static ExpressionTemplate? File(WorkflowStep step) => step.Input(IsOlder(step) ? "dockerfile" : "file");

    /// <summary>One call for each run of the job's matrix in which it differs.</summary>
    private static IEnumerable<BuildCall> Calls(Deployment deployment, Workflow workflow, WorkflowJob job, WorkflowStep step)
    {
        var inputs = new[] { step.Input("context"), File(step), step.Input("target") };
        return JobValues.Together(inputs, workflow, job, step) is { } runs
            ? runs.Select(run => Call(deployment, workflow, job, step, [.. run.Select(value => value.Trim())]))
            : [Call(deployment, workflow, job, step, [.. inputs.Select(input => input?.Literal)])];
    }

    private static BuildCall Call(Deployment deployment, Workflow workflow, WorkflowJob job, WorkflowStep step, string?[] values)
    {
        var context = Value(values, 0, step.Input("context"));
        var file = Value(values, 1, File(step));
        // Without a context the action builds the Git repository itself, from its root.
        var git = context is null ? null : GitDirectory(context.Value);
        var directory =
            step.Input("context") is null ? ""
            : context is null || IsElsewhere(context.Value) ? null
            : git is not null ? RepositoryPath.Join("", git)
            : InClone(workflow, job, step, RepositoryPath.Join("", context.Value));
        // Of a Git context everything is looked for below its directory, the Dockerfile too.
        var dockerfileBase = git is null ? "" : directory;
        var dockerfile = File(step) is null
            ? directory is null
                ? null
                : RepositoryPath.Join(directory, "Dockerfile")
            : file is null
                ? null
                : dockerfileBase is null || IsElsewhere(context?.Value ?? "")
                    ? null
                    : git is not null
                        ? RepositoryPath.Join(dockerfileBase, file.Value)
                        : InClone(workflow, job, step, RepositoryPath.Join("", file.Value));
        var mayMakeFiles = EarlierSteps.MayMakeFiles(deployment, job, step);
        return new BuildCall(dockerfile, directory, $"{workflow.File.Name}: {job.Id}", step.Span)
        {
            WrittenContext = context,
            WrittenDockerfile = file,
            DockerfileBase = file is null ? directory : dockerfileBase,
            Target = Value(values, 2, step.Input("target")),
            Arguments = [.. Arguments(step)],
            ContextNames = [.. (step.Input("build-contexts")?.Lines ?? []).Select(line => line.Split('=')[0])],
            IsTrial = step.Input("outputs")?.Raw.Contains("type=cacheonly", StringComparison.Ordinal) is true,
            ContextMayHoldMoreBecause = mayMakeFiles ? Earlier : null,
            NoDockerfileIsMade = mayMakeFiles && !EarlierSteps.MayMakeDockerfiles(deployment, job, step),
        };
    }

    /// <summary>A path of the workspace as one of the repository, where an earlier step checks it out into a directory of its own; null where that is another repository's.</summary>
    private static string? InClone(Workflow workflow, WorkflowJob job, WorkflowStep step, string? directory)
    {
        foreach (var checkout in job.Steps.TakeWhile(other => other != step).Where(other => other.Uses?.Name == "actions/checkout"))
        {
            var isOther = checkout.Input("repository") is { } other && !other.Raw.Contains("github.repository", StringComparison.Ordinal);
            var into = checkout.Input("path") is { } path
                ? (JobValues.Of(path, workflow, job, checkout) is [var only] ? only : path.Literal)?.Trim().Trim('/')
                : null;
            if (
                into is { Length: > 0 }
                && directory is not null
                && (directory == into || directory.StartsWith(into + "/", StringComparison.Ordinal))
            )
            {
                return isOther ? null
                    : directory.Length == into.Length ? ""
                    : directory[(into.Length + 1)..];
            }
        }

        return directory;
    }

    private static Fact<string>? Value(string?[] values, int index, ExpressionTemplate? input) =>
        input is not null && index < values.Length && values[index] is { Length: > 0 } text ? new Fact<string>(text, input.Span) : null;

    /// <summary>The directory of <c>{{defaultContext}}:dir</c>, which is the repository itself as Git has it.</summary>
    private static string? GitDirectory(string context) =>
        context.StartsWith("{{defaultContext}}", StringComparison.Ordinal) ? context["{{defaultContext}}".Length..].TrimStart(':') : null;

    /// <summary>A repository by its address: nothing here shows which one, and at which commit.</summary>
    private static bool IsElsewhere(string context) =>
        context.Contains("://", StringComparison.Ordinal) || context.StartsWith("git@", StringComparison.Ordinal);

    private static IEnumerable<BuildArgument> Arguments(WorkflowStep step)
    {
        if (step.Input("build-args") is not { } input)
        {
            yield break;
        }

        // A line that is an expression may hold any arguments, or none.
        foreach (var line in input.Lines.Where(line => !line.StartsWith("${{", StringComparison.Ordinal)))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var value = equals < 0 ? null : line[(equals + 1)..];
            yield return new BuildArgument(
                equals < 0 ? line : line[..equals],
                value is null ? null
                    : value.Contains("${{", StringComparison.Ordinal) ? Resolved.Unknown("an expression of the workflow", input.Span)
                    : Resolved.Known(value, input.Span),
                input.Span
            );
        }
    }
}
