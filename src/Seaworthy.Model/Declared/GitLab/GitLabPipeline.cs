using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.GitLab;

/// <summary>A <c>.gitlab-ci.yml</c> or a file that one includes.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference".</remarks>
public sealed record GitLabPipeline(SourceFile File) : Artifact(File)
{
    /// <summary>As written; empty when the default stages hold.</summary>
    public IReadOnlyList<Fact<string>> Stages { get; init; } = [];

    public IReadOnlyList<GitLabVariable> Variables { get; init; } = [];

    public IReadOnlyList<GitLabInclude> Includes { get; init; } = [];

    /// <summary><c>workflow:</c> decides which pushes start a pipeline at all.</summary>
    public bool ChoosesPipelines { get; init; }

    /// <summary>What <c>default:</c> (or the old global keywords) gives to every job.</summary>
    public GitLabJob? Default { get; init; }

    /// <summary>Every job, hidden ones (templates whose name begins with a dot) included, in the order of the file.</summary>
    public IReadOnlyList<GitLabJob> Jobs { get; init; } = [];
}
