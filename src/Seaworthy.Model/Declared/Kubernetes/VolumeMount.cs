using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Where a volume of the pod appears in a container.</summary>
/// <param name="Name">The volume's name.</param>
public sealed record VolumeMount(Fact<string> Name, Fact<string>? MountPath, Fact<string>? SubPath, bool IsReadOnly, SourceSpan Span);
