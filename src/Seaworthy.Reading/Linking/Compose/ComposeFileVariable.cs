using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Pipelines;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary><c>COMPOSE_FILE</c> where a command runs: set by the text around it, or by the step, job or workflow that it is part of.</summary>
/// <remarks>Source: Docker documentation, "Pre-defined environment variables in Docker Compose".</remarks>
internal static class ComposeFileVariable
{
    private const string Name = "COMPOSE_FILE";

    /// <summary>Null when nothing sets it.</summary>
    public static Resolved? Of(Deployment deployment, CommandSite site) =>
        site.Variables[Name] is { Length: > 0 } text ? Resolved.Known(text, site.Span)
        : OfWorkflow(deployment, site) is not { } given ? null
        : given.Literal is { } literal ? Resolved.Known(literal, given.Span)
        : Resolved.Unknown($"{Name} is computed", given.Span);

    private static ExpressionTemplate? OfWorkflow(Deployment deployment, CommandSite site) =>
        StepOfCommand.Of(deployment, site) is { } place
            ? Find(place.Step.Environment) ?? Find(place.Job.Environment) ?? Find(place.Workflow.Environment)
            : null;

    private static ExpressionTemplate? Find(IReadOnlyList<NamedTemplate> environment) =>
        environment.LastOrDefault(variable => variable.Name == Name)?.Value;
}
