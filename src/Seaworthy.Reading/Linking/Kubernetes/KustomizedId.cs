using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>An object under all the names and namespaces that it has had on its way up: a patch may call it by any of them.</summary>
/// <remarks>Kustomize, <c>resmap</c>: GetMatchingResourcesByAnyId; an absent namespace is the default one.</remarks>
internal sealed record KustomizedId(KubernetesObject Object, IReadOnlyList<string> Names, IReadOnlyList<string> Spaces)
{
    public static KustomizedId Of(KubernetesObject found) => new(found, [found.Name?.Value ?? ""], [SpaceOf(found)]);

    public KustomizedId Above(Kustomization kustomization)
    {
        var name = $"{kustomization.NamePrefix?.Value}{Names[^1]}{kustomization.NameSuffix?.Value}";
        return this with
        {
            Names = name == Names[^1] ? Names : [.. Names, name],
            Spaces = kustomization.Namespace is { } space ? [.. Spaces, Normal(space.Value)] : Spaces,
        };
    }

    public bool IsNamed(KubernetesObject change) =>
        Object.Kind.Value == change.Kind.Value && Names.Contains(change.Name?.Value ?? "", StringComparer.Ordinal);

    public bool HasVersion(KubernetesObject change) => Object.ApiVersion.Value == change.ApiVersion.Value;

    /// <summary>Kinds that are in no namespace match whatever is written.</summary>
    public bool HasSpace(KubernetesObject change) =>
        Object.GetType() == typeof(KubernetesObject)
        || Object.Kind.Value is "ClusterRoleBinding" or "PersistentVolume"
        || Spaces.Contains(SpaceOf(change), StringComparer.Ordinal);

    public bool IsIn(string space) => Spaces.Contains(Normal(space), StringComparer.Ordinal);

    private static string SpaceOf(KubernetesObject found) => Normal(found.Namespace?.Value ?? "");

    private static string Normal(string space) => space == "default" ? "" : space;
}
