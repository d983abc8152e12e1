using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>Which repository a report is about, in one line.</summary>
internal static class IdentityText
{
    /// <summary><c>owner/name · main · commit 1a2b3c4 with local changes · directory deploy</c>.</summary>
    public static string Of(RepositoryIdentity repository) => string.Join(" · ", [repository.Name, .. Parts(repository)]);

    /// <summary>What stands behind the name.</summary>
    public static IEnumerable<string> Parts(RepositoryIdentity repository)
    {
        if (repository.Branch is { } branch)
        {
            yield return branch;
        }

        if (repository.ShortCommit is { } commit)
        {
            yield return $"commit {commit}{(repository.HasChanges ? " with local changes" : "")}";
        }

        if (repository.Directory.Length > 0)
        {
            yield return $"directory {repository.Directory}";
        }
    }
}
