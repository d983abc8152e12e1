using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>A ConfigMap or Secret as it will be in the cluster, whatever makes it.</summary>
/// <param name="Namespace">Null when it is not written.</param>
/// <param name="Span">The line that names it.</param>
internal sealed record KeySet(KeyHolder Holder, string Name, string? Namespace, SourceSpan Span)
{
    public IReadOnlyList<KeyEntry> Keys { get; init; } = [];

    /// <summary>Why it may hold other keys than these; null when these are all.</summary>
    public string? MoreBecause { get; init; }
}
