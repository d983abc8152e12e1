using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>A deployment with its images, ready to be looked at or run.</summary>
public sealed record PreparedDeploy(PlanInput Input, DeployPlan Plan, IReadOnlyDictionary<string, ImageFacts> Images, DeployRequest Request)
{
    /// <summary>The release as it will be: services that stay as they are keep their containers.</summary>
    public ReleaseRecord Record() =>
        new(Plan.Release)
        {
            Commit = Request.Commit,
            HasChanges = Request.HasChanges,
            Accepted = Request.Accepted,
            Migrations = [.. Plan.Steps.Where(step => step.Kind == StepKind.Migrate).Select(step => step.Service ?? "")],
            Services = Input.Project.Services.ToDictionary(
                service => service.Name,
                service => new ServiceRecord(
                    Input.Images.GetValueOrDefault(service.Name) ?? "",
                    Input.Configurations.GetValueOrDefault(service.Name) ?? ""
                )
                {
                    Containers = Containers(service),
                    IsStartFirst = service.Order == UpdateOrder.StartFirst,
                    GraceSeconds = service.GraceSeconds,
                }
            ),
        };

    private IReadOnlyList<string> Containers(ServiceDefinition service) =>
        service.IsOneOff ? []
        : Plan.Unchanged.Contains(service.Name) ? [.. Input.Observed.Running(service.Name).Select(container => container.Name)]
        : Planner.Containers(Input.Project.Name, service, Plan.Release);
}
