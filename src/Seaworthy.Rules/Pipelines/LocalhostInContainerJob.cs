using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job that runs in a container looks for a service container at localhost.</summary>
/// <remarks>Source: GitHub documentation, "Communicating with Docker service containers", "Running jobs in a container".</remarks>
internal sealed class LocalhostInContainerJob : Rule<LocalhostInContainerJob.Given>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "localhost-in-container-job",
            "localhost in container job",
            Severity.High,
            "In a job with `container`, localhost is that container: service containers answer under their names.",
            "The job reaches its services under their names."
        );

    public override IEnumerable<Given> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.Container is not null
        from service in job.Services
        let image = service.Container.Image?.Literal
        where image is not null
        let known = PublicImages.Find(image)
        where known is { Ports.Count: > 0 }
        select new Given($"{workflow.File.Name}: {job.Id}", workflow, job, service, known);

    protected override Subject Identify(Given subject) => new(subject.Name, subject.Service.Span, subject.Service.Name);

    protected override IEnumerable<Verdict> Check(Given subject, Deployment deployment)
    {
        var (name, workflow, job, service, image) = subject;
        var found = (
            from variable in JobEnvironment.Values(workflow, job)
            from port in image.Ports
            let address = JobEnvironment.OwnAddress(variable.Value, port.Number)
            where address is not null
            select (Address: address, port.Number, variable.Span)
        ).ToList();
        if (found is not [var first, ..])
        {
            yield break;
        }

        yield return Fail(
                first.Span,
                $"{name} runs in a container and looks for `{service.Name}` at `{first.Address}`, which is its own container."
            )
            .Related(found.Skip(1).Select(use => use.Span), "the same")
            .Related(service.Span, "the service")
            .Remedy($"Write `{service.Name}:{first.Number}` in {first.Span}.")
            .VerifyGone();
    }

    /// <summary>A job in a container, and one of its services.</summary>
    internal sealed record Given(string Name, Workflow Workflow, WorkflowJob Job, JobService Service, PublicImage Image);
}
