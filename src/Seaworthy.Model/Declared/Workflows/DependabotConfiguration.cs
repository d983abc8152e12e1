using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A <c>.github/dependabot.yml</c>.</summary>
public sealed record DependabotConfiguration(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<DependabotUpdate> Updates { get; init; } = [];
}
