using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A CI/CD workflow or deploy script as an ordered list of steps.</summary>
public sealed record Pipeline(string Name, Artifact Declared, IReadOnlyList<PipelineJob> Jobs)
{
    /// <summary>An event that started it is commented out, or a comment says so: somebody switched it off, and knows.</summary>
    public SourceSpan? SwitchedOffAt { get; init; }
}
