using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>What must be there and allowed before anything is applied. Pure: the cluster is asked elsewhere.</summary>
public static class Preconditions
{
    /// <summary>Objects that pods name and the manifests do not bring.</summary>
    public static IReadOnlyList<NeededObject> Objects(ManifestParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var brought = parts
            .Objects.Select(found => (found.Kind.Value, found.Namespace?.Value ?? parts.Space, found.Name?.Value ?? ""))
            .Concat(
                parts
                    .Objects.OfType<SecretSource>()
                    .Select(source =>
                        ("Secret", source.Namespace?.Value ?? parts.Space, source.SecretName?.Value ?? source.Name?.Value ?? "")
                    )
            )
            .ToHashSet();
        return
        [
            .. parts
                .Objects.OfType<KubernetesWorkload>()
                .Concat(parts.Runners)
                .SelectMany(workload => PodNeeds.Of(workload, parts.Space))
                .Where(need => !brought.Contains((need.Kind, need.Space, need.Name)))
                .DistinctBy(need => (need.Kind, need.Space, need.Name)),
        ];
    }

    public static IReadOnlyList<Permission> Permissions(ManifestParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var kinds = parts
            .Objects.Select(found =>
                (
                    Resource: ClusterKinds.Resource(found.Kind.Value, found.Group),
                    Space: ClusterKinds.WithoutSpace.Contains(found.Kind.Value) ? null : found.Namespace?.Value ?? parts.Space
                )
            )
            .Distinct()
            .SelectMany(kind =>
                (Permission[])[new Permission("create", kind.Resource, kind.Space), new Permission("patch", kind.Resource, kind.Space)]
            );
        var jobs = parts
            .Jobs.Select(job => job.Job.Space)
            .Distinct()
            .SelectMany(space =>
                ((string[])["create", "patch", "get", "delete"]).Select(verb => new Permission(verb, "jobs.batch", space))
            );
        var pods = parts
            .Spaces.Where(_ => parts.All.Any() || parts.Jobs.Count > 0)
            .SelectMany(space =>
                (Permission[])
                    [
                        new Permission("list", "pods", space),
                        new Permission("get", "pods/log", space),
                        new Permission("list", "replicasets.apps", space),
                        new Permission("list", "controllerrevisions.apps", space),
                    ]
            );
        var lease = ((string[])["create", "get", "update", "delete"]).Select(verb => new Permission(
            verb,
            "leases.coordination.k8s.io",
            parts.Space
        ));
        return [.. kinds, .. jobs, .. pods, .. lease];
    }
}
