using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Builds by <c>docker/build-push-action</c>.</summary>
/// <remarks>Source: docker/build-push-action, README, "inputs".</remarks>
internal static class ActionBuildCalls
{
    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name is "docker/build-push-action"
        select Call(workflow, job, step);

    private static BuildCall Call(Workflow workflow, WorkflowJob job, WorkflowStep step)
    {
        var context = step.Input("context");
        var file = step.Input("file");
        // Without a context the action builds the Git repository itself, from its root.
        var directory =
            context is null ? ""
            : context.Literal is { } written ? RepositoryPath.Join("", Local(written))
            : null;
        var dockerfile = file is null
            ? directory is null
                ? null
                : RepositoryPath.Join(directory, "Dockerfile")
            : file.Literal is { } path
                ? RepositoryPath.Join("", path)
                : null;
        return new BuildCall(dockerfile, directory, $"{workflow.File.Name}: {job.Id}", step.Span)
        {
            WrittenContext = Written(context),
            WrittenDockerfile = Written(file),
            Target = step.Input("target") is { Literal: { Length: > 0 } target } input ? new Fact<string>(target.Trim(), input.Span) : null,
            Arguments = [.. Arguments(step)],
            ContextMayHoldMoreBecause = EarlierSteps.MayMakeFiles(job, step) ? "an earlier step of the job may make it" : null,
        };
    }

    /// <summary><c>{{defaultContext}}:dir</c> is the repository itself.</summary>
    private static string Local(string context) =>
        context.StartsWith("{{defaultContext}}", StringComparison.Ordinal)
            ? context["{{defaultContext}}".Length..].TrimStart(':')
            : context;

    private static Fact<string>? Written(ExpressionTemplate? input) =>
        input is { Literal: { } literal } ? new Fact<string>(literal, input.Span) : null;

    private static IEnumerable<BuildArgument> Arguments(WorkflowStep step)
    {
        if (step.Input("build-args") is not { } input)
        {
            yield break;
        }

        foreach (var line in input.Raw.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
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
