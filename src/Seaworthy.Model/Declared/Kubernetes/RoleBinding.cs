namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A RoleBinding or ClusterRoleBinding: who has a role.</summary>
public sealed record RoleBinding : KubernetesObject
{
    public RoleBinding(KubernetesObject original)
        : base(original) { }

    public ObjectReference? Role { get; init; }

    public IReadOnlyList<ObjectReference> Subjects { get; init; } = [];
}
