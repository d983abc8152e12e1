using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Any object: what the API server needs to know of all of them. Kinds that matter to deployment have records of their own; all others are this one.</summary>
/// <param name="Span">The whole object.</param>
/// <remarks>Kubernetes documentation, "Objects In Kubernetes".</remarks>
public record KubernetesObject(Fact<string> ApiVersion, Fact<string> Kind, SourceSpan Span)
{
    /// <summary>Absent in patches without a target and with <c>generateName</c>.</summary>
    public Fact<string>? Name { get; init; }

    /// <summary>As written; absent means the namespace that the command or the kustomization gives.</summary>
    public Fact<string>? Namespace { get; init; }

    /// <summary>A kustomize patch that takes the object away (<c>$patch: delete</c>).</summary>
    public bool IsDeletion { get; init; }

    public IReadOnlyList<KubernetesPair> Labels { get; init; } = [];

    public IReadOnlyList<KubernetesPair> Annotations { get; init; } = [];

    /// <summary>The part of the API version in front of the slash; empty for the core group.</summary>
    public string Group => ApiVersion.Value.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? ApiVersion.Value[..slash] : "";

    public sealed override string ToString() => $"{Kind.Value} {Name?.Value}";
}
