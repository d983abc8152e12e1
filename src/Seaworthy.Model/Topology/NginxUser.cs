using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>nginx of the official image, started as a user other than root.</summary>
/// <param name="Subject">Whose container: <c>web in compose.yaml</c>, <c>web/Dockerfile</c>.</param>
/// <param name="User">Who it runs as, where that is said.</param>
public sealed record NginxUser(string Subject, Fact<string> User)
{
    /// <summary>The files and directories of root that it has to write when it starts, and that nothing gives it; none when it may write all.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>Its root file system may not be written to, even by the owner of a file.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Its main configuration, when the repository has it.</summary>
    public SourceSpan? Configuration { get; init; }
}
