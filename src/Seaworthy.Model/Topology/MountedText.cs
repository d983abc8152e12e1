using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file that a mount brings although the repository has it within another: a key of a ConfigMap.</summary>
/// <param name="Path">Inside the container.</param>
public sealed record MountedText(string Path, MappedText Text);
