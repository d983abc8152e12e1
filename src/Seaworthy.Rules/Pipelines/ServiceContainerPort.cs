using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A service container of a job publishes a port that its image does not listen on.</summary>
internal sealed class ServiceContainerPort : Rule<ServiceContainerPort.KnownService>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/service-container-port",
            Title = "Service container port mismatch",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "The health check never passes, or tests cannot connect: the job fails after its timeout.",
            Holds = "The service container publishes the ports its image listens on.",
        };

    public override IEnumerable<ServiceContainerPort.KnownService> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from service in job.Services
        let image = service.Container.Image?.Literal
        where image is not null && service.Container.Command is null && (service.Container.Ports.Count > 0 || job.Container is null)
        let known = PublicImages.Find(image)
        where known is { Ports.Count: > 0 }
        select new KnownService($"{workflow.File.Name}: {job.Id}", service, known) { Asked = Asked(workflow, job, service, known) };

    protected override Subject Identify(ServiceContainerPort.KnownService subject) =>
        new($"{subject.Name}: {subject.Service.Name}", subject.Service.Span);

    protected override IEnumerable<Verdict> Check(ServiceContainerPort.KnownService subject, Deployment deployment)
    {
        var (name, service, image) = subject;
        if (service.Container.Ports.Count == 0 && subject.Asked is { } asked)
        {
            yield return Fail(
                    service.Span,
                    $"{name} runs on the runner itself and connects to `{asked.Value}`, but the service `{service.Name}` publishes no port."
                )
                .Related(asked.Span)
                .Remedy($"Add `ports: [\"{image.Ports[0].Number}:{image.Ports[0].Number}\"]` to the service in {service.Span}.")
                .VerifyOneGone();
        }

        foreach (var port in service.Container.Ports)
        {
            // A variable that carries the number may move the port.
            if (
                Inside(port) is not { } inside
                || image.Ports.Any(known => known.Number == inside)
                || service.Container.Environment.Any(variable => variable.Value.Raw.Contains($"{inside}", StringComparison.Ordinal))
            )
            {
                continue;
            }

            var served = string.Join(
                ", ",
                image.Ports.Select(known => known.Purpose.Length > 0 ? $"{known.Number} ({known.Purpose})" : $"{known.Number}")
            );
            yield return Fail(
                    port.Span,
                    $"{name}: the service `{service.Name}` publishes container port {inside}, but {image.Name} listens on {served}."
                )
                .Related(
                    service.Container.Options?.Raw.Contains($":{inside}", StringComparison.Ordinal) == true
                        ? service.Container.Options.Span
                        : null
                )
                .Remedy($"Publish the port that the image listens on in {port.Span}.")
                .VerifyOneGone();
        }
    }

    /// <summary>Where the job connects to a port of the service on its own machine; null when it does not, or another service publishes the port.</summary>
    private static Fact<string>? Asked(Workflow workflow, WorkflowJob job, JobService service, PublicImage image) =>
        (
            from port in image.Ports
            where
                !job.Services.Any(other =>
                    other != service
                    && other.Container.Ports.Any(written => written.Raw.Contains($"{port.Number}", StringComparison.Ordinal))
                )
            from variable in JobEnvironment.Values(workflow, job)
            let address = JobEnvironment.OwnAddress(variable.Value, port.Number)
            where address is not null
            select new Fact<string>(address, variable.Span)
        ).FirstOrDefault();

    private static int? Inside(ExpressionTemplate port)
    {
        var text = port.Literal?.Trim() ?? "";
        text = text[(text.LastIndexOf(':') + 1)..].Split('/')[0];
        return int.TryParse(text, out var number) ? number : null;
    }

    /// <summary>A service container of a public image.</summary>
    internal sealed record KnownService(string Name, JobService Service, PublicImage Image)
    {
        /// <summary>The address at which the job reaches the service on its own machine.</summary>
        public Fact<string>? Asked { get; init; }
    }
}
