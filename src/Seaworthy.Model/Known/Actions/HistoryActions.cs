using System.Collections.Frozen;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Actions that need the whole history of a repository, and those that leave it as it is.</summary>
/// <remarks>
/// Sources: the README of each action: GitTools/actions ("fetch-depth: 0" and the check for shallow clones), dotnet/nbgv, nrwl/nx-set-shas, goreleaser/goreleaser-action
/// ("It is required for the changelog to work correctly"), orhun/git-cliff-action, gitleaks/gitleaks-action (its log of a pull request begins at the parent of the first commit).
/// </remarks>
public static class HistoryActions
{
    private static readonly FrozenSet<string> Whole = FrozenSet.ToFrozenSet([
        "gittools/actions/gitversion/execute",
        "gittools/actions/gitversion/command",
        "dotnet/nbgv",
        "nrwl/nx-set-shas",
        "goreleaser/goreleaser-action",
        "orhun/git-cliff-action",
    ]);

    // Of what is pushed they ask for the commits of the push, which may be one.
    private static readonly FrozenSet<string> OfPullRequests = FrozenSet.ToFrozenSet(["gitleaks/gitleaks-action"]);

    private static readonly FrozenSet<string> QuietOwners = FrozenSet.ToFrozenSet(
        """
        actions docker aws-actions google-github-actions azure hashicorp pnpm oven-sh astral-sh dtolnay swatinem ruby shivammathur gradle codecov subosito denoland erlef graalvm
        taiki-e aquasecurity golangci supabase hadolint anchore bridgecrewio appleboy snyk sigstore slackapi 8398a7 webfactory github dorny marocchino trufflesecurity
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
    );

    private static readonly FrozenSet<string> Fetching = FrozenSet.ToFrozenSet(["dorny/paths-filter", "github/super-linter"]);

    private static readonly string[] QuietWords = ["setup-", "-setup", "login", "cache", "install", "cleanup", "free-disk-space"];

    /// <summary>By the name of the action in lower case.</summary>
    public static bool NeedsWhole(string action) => Whole.Contains(action);

    public static bool NeedsWholeOnPullRequests(string action) => OfPullRequests.Contains(action);

    /// <summary>It neither fetches nor commits anything in the workspace's repository.</summary>
    public static bool LeaveAlone(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var owner = action.Split('/', 2)[0];
        return !Fetching.Contains(action)
            && (
                QuietOwners.Contains(owner)
                || NeedsWhole(action)
                || NeedsWholeOnPullRequests(action)
                || Array.Exists(QuietWords, word => action.Contains(word, StringComparison.Ordinal))
            );
    }
}
