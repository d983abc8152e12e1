using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A CI/CD workflow or deploy script as an ordered list of steps.</summary>
public sealed record Pipeline(string Name, Artifact Declared, IReadOnlyList<PipelineJob> Jobs);
