namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>What a field of a Kubernetes type holds.</summary>
/// <param name="TypeName">The type of its value, or of the elements of its list; null when that is no type of its own.</param>
public sealed record KubernetesField(KubernetesFieldKind Kind, string? TypeName = null)
{
    internal static KubernetesField Of(string notation) =>
        notation switch
        {
            "" => new(KubernetesFieldKind.Any),
            "i" => new(KubernetesFieldKind.Integer),
            "b" => new(KubernetesFieldKind.Truth),
            "{}" => new(KubernetesFieldKind.Map),
            "[]" => new(KubernetesFieldKind.List),
            ['[', .. var inner, ']'] => new(KubernetesFieldKind.List, inner),
            _ => new(KubernetesFieldKind.Map, notation),
        };
}
