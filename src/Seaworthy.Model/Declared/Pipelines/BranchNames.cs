using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>What names the branch or tag of a run in the systems that are known: who names it tells one branch from another.</summary>
/// <remarks>Sources: the lists of predefined variables of GitHub, GitLab, CircleCI, Bitbucket and Azure Pipelines; git-rev-parse(1), git-branch(1).</remarks>
public static class BranchNames
{
    private static readonly string[] All =
    [
        "GITHUB_REF",
        "CI_COMMIT_BRANCH",
        "CI_COMMIT_REF",
        "CI_COMMIT_TAG",
        "CI_MERGE_REQUEST",
        "CIRCLE_BRANCH",
        "CIRCLE_TAG",
        "BITBUCKET_BRANCH",
        "SourceBranch",
        "SOURCEBRANCH",
        "pipeline.git.branch",
        "--abbrev-ref",
        "--show-current",
    ];

    /// <summary>Something in a pipeline names it.</summary>
    public static bool AreIn(SourceFile pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return AreIn(pipeline.Text);
    }

    /// <summary>The same of a single script.</summary>
    public static bool AreIn(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Array.Exists(All, name => script.Contains(name, StringComparison.Ordinal));
    }
}
