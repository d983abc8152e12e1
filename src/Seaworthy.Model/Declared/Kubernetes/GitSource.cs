using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A directory of a Git repository that is delivered to a cluster.</summary>
/// <param name="Repository">Its address, or the name of the object that holds the address.</param>
/// <param name="Path">From the root of the repository.</param>
public sealed record GitSource(string Repository, Fact<string> Path)
{
    /// <summary>Branch, tag or commit; null when it is not said, or said elsewhere.</summary>
    public Fact<string>? Revision { get; init; }

    /// <summary>Values of a chart, relative to the path.</summary>
    public IReadOnlyList<Fact<string>> ValueFiles { get; init; } = [];
}
