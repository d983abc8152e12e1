using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

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

    private static ExpressionTemplate? OfWorkflow(Deployment deployment, CommandSite site)
    {
        foreach (var workflow in deployment.Of<Workflow>().Where(workflow => ReferenceEquals(workflow.File, site.Span.File)))
        {
            foreach (var job in workflow.Jobs)
            {
                if (
                    job.Steps.FirstOrDefault(step =>
                        step.Run?.Commands.Contains(site.Command, ReferenceEqualityComparer.Instance) is true
                    ) is
                    { } step
                )
                {
                    return Find(step.Environment) ?? Find(job.Environment) ?? Find(workflow.Environment);
                }
            }
        }

        return null;
    }

    private static ExpressionTemplate? Find(IReadOnlyList<NamedTemplate> environment) =>
        environment.LastOrDefault(variable => variable.Name == Name)?.Value;
}
