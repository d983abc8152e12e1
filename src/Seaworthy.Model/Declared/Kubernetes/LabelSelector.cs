using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Which objects are meant, by their labels.</summary>
/// <param name="MatchLabels">All of them must be there with these values.</param>
/// <param name="HasExpressions">There are conditions beyond equality, so the labels alone do not decide a match.</param>
/// <remarks>Kubernetes documentation, "Labels and Selectors".</remarks>
public sealed record LabelSelector(IReadOnlyList<KubernetesPair> MatchLabels, bool HasExpressions, SourceSpan Span)
{
    /// <summary>Those of its further conditions that list values.</summary>
    public IReadOnlyList<LabelChoice> Choices { get; init; } = [];

    /// <summary>Whether an object with these labels is meant, as far as equality goes.</summary>
    public bool Matches(IReadOnlyList<KubernetesPair> labels) =>
        MatchLabels.All(wanted => labels.Any(label => label.Key == wanted.Key && label.Value?.Value == wanted.Value?.Value));
}
