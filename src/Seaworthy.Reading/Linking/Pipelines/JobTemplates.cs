using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Everything in a job that may take a value from a context.</summary>
internal static class JobTemplates
{
    public static IEnumerable<ExpressionReference> OfStep(WorkflowStep step) =>
        Of([
                step.Name,
                step.Run?.Text,
                step.WorkingDirectory,
                step.ContinueOnError,
                step.TimeoutMinutes,
                .. step.With.Select(input => input.Value),
                .. step.Environment.Select(variable => variable.Value),
            ])
            .Concat(step.If?.References ?? []);

    public static IEnumerable<ExpressionReference> OfOutput(NamedTemplate output) => Of([output.Value]);

    /// <summary>What stands on the job itself: <c>needs</c> and <c>inputs</c> may be used there, <c>steps</c> may not.</summary>
    public static IEnumerable<ExpressionReference> OfJob(WorkflowJob job) =>
        Of([
                job.Name,
                job.TimeoutMinutes,
                job.ContinueOnError,
                job.DeploysTo?.Name,
                job.Container?.Image,
                .. job.RunsOn?.Labels ?? [],
                .. job.Environment.Select(variable => variable.Value),
                .. job.With.Select(input => input.Value),
                .. job.Secrets.Select(secret => secret.Value),
            ])
            .Concat(job.If?.References ?? []);

    private static IEnumerable<ExpressionReference> Of(IEnumerable<ExpressionTemplate?> templates) =>
        templates.OfType<ExpressionTemplate>().SelectMany(template => template.References);
}
