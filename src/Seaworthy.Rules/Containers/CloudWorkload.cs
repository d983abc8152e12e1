using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Workloads of targets that hardly anybody has on a desk: a cluster, a cloud, a platform.</summary>
internal static class CloudWorkload
{
    /// <summary>Nothing says that it is for another environment than production.</summary>
    public static bool Is(Workload workload) =>
        workload.Environment == TargetEnvironment.Unstated
        && workload.Kind
            is (
                TargetKind.Kubernetes
                or TargetKind.Fly
                or TargetKind.Render
                or TargetKind.Kamal
                or TargetKind.Terraform
                or TargetKind.Bicep
                or TargetKind.Ecs
                or TargetKind.CloudRun
                or TargetKind.ContainerApps
            );
}
