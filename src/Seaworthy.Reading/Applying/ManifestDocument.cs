using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Applying;

/// <summary>A document of manifests, as it is sent to a cluster.</summary>
/// <param name="Text">As it was written or rendered.</param>
/// <param name="Objects">What it declares: one object, or the items of a <c>List</c>.</param>
public sealed record ManifestDocument(string Text, IReadOnlyList<KubernetesObject> Objects);
