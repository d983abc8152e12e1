using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Tasks of Amazon ECS, which ignore the HEALTHCHECK of an image and have their own check.</summary>
/// <remarks>Source: Amazon ECS documentation, "Determine Amazon ECS task health using container health checks".</remarks>
internal static class EcsTasks
{
    /// <summary>The tasks of Terraform that run the image, or may, where nothing else of the repository does.</summary>
    public static List<string> Running(List<Workload> users, Deployment deployment) =>
        users.TrueForAll(workload => workload.Kind == TargetKind.Terraform)
            ?
            [
                .. deployment
                    .Of<TerraformFile>()
                    .SelectMany(file => file.Body.Of("resource"))
                    .Where(resource => resource.Label(0) == "aws_ecs_task_definition")
                    .Select(resource => resource.Span.ToString()),
            ]
            : [];

    /// <summary>One runs an image that nobody knows, and asks it: it may be this one.</summary>
    public static bool AskAnother(Deployment deployment) =>
        deployment.Workloads.Any(workload =>
            workload is { Kind: TargetKind.Terraform or TargetKind.Ecs, Image: null, Public: null, Probes.Count: > 0 }
        );
}
