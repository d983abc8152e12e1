namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>A resource of the API.</summary>
/// <param name="Plural">As roles name it.</param>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Kind">As generated clients name it: <c>createNamespacedJob</c>.</param>
/// <param name="Short">The short name that kubectl takes.</param>
public sealed record KubernetesResource(string Plural, string Group, string Kind, string Short)
{
    /// <summary>kubectl takes the singular, the plural and the short name.</summary>
    public bool IsNamed(string word) => word == Plural || word == Short || string.Equals(word, Kind, StringComparison.OrdinalIgnoreCase);
}
