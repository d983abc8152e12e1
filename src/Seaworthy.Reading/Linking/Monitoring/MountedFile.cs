using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Monitoring;

/// <summary>A file of the repository that a workload sees, and where.</summary>
/// <param name="Path">Inside the container.</param>
/// <param name="Place">The line that puts it there.</param>
internal sealed record MountedFile(Target Target, Workload Workload, Artifact Artifact, string Path, SourceSpan Place);
