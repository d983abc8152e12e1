using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Actions;

/// <summary>GitHub's own actions apart from those that set up a language.</summary>
/// <remarks>Source: the <c>action.yml</c> of each repository at its major versions; each row tells the day of the newest change read.</remarks>
internal static class GitHubActions
{
    public static IReadOnlyList<KnownAction> All { get; } =
    [
        new("actions/checkout", 7, new DateOnly(2026, 7, 20))
        {
            Inputs = ActionWords.Of(
                "repository ref token clean submodules lfs fetch-depth path ssh-key ssh-known-hosts ssh-strict "
                    + "persist-credentials set-safe-directory allow-unsafe-pr-checkout sparse-checkout sparse-checkout-cone-mode "
                    + "fetch-tags github-server-url ssh-user filter show-progress"
            ),
            Outputs = ActionWords.Of("ref commit"),
            Runtimes = [new(2, "node12"), new(3, "node16"), new(4, "node20"), new(5, "node24"), new(6, "node24"), new(7, "node24")],
            Intents = [StepIntent.Checkout],
        },
        new("actions/cache", 5, new DateOnly(2026, 4, 13))
        {
            Inputs = ActionWords.Of(
                "path key restore-keys upload-chunk-size enableCrossOsArchive fail-on-cache-miss lookup-only save-always"
            ),
            Required = ActionWords.Of("key path"),
            Outputs = ActionWords.Of("cache-hit"),
            Purposes = [new("path", ActionInputPurpose.Pattern)],
            Runtimes = [new(1, "node12"), new(2, "node12"), new(3, "node16"), new(4, "node20"), new(5, "node24")],
            Intents = [StepIntent.SetUp],
            RetiredThrough = 2,
            RetiredSince = new DateOnly(2025, 3, 1),
        },
        new("actions/cache/restore", 5, new DateOnly(2026, 4, 13))
        {
            Inputs = ActionWords.Of("path key restore-keys enableCrossOsArchive fail-on-cache-miss lookup-only"),
            Required = ActionWords.Of("key path"),
            Outputs = ActionWords.Of("cache-hit cache-primary-key cache-matched-key"),
            Runtimes = [new(3, "node16"), new(4, "node20"), new(5, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("actions/cache/save", 5, new DateOnly(2026, 4, 13))
        {
            Inputs = ActionWords.Of("path key upload-chunk-size enableCrossOsArchive"),
            Required = ActionWords.Of("key path"),
            Runtimes = [new(3, "node16"), new(4, "node20"), new(5, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("actions/upload-artifact", 7, new DateOnly(2026, 2, 25))
        {
            Inputs = ActionWords.Of("name path if-no-files-found retention-days include-hidden-files compression-level overwrite archive"),
            Required = ActionWords.Of("path"),
            Outputs = ActionWords.Of("artifact-id artifact-url artifact-digest"),
            Purposes = [new("path", ActionInputPurpose.Pattern)],
            Runtimes = [new(2, "node12"), new(3, "node16"), new(4, "node20"), new(5, "node20"), new(6, "node24"), new(7, "node24")],
            RetiredThrough = 3,
            RetiredSince = new DateOnly(2025, 1, 30),
        },
        new("actions/upload-artifact/merge", 7, new DateOnly(2026, 2, 25))
        {
            Inputs = ActionWords.Of(
                "name pattern separate-directories retention-days compression-level delete-merged include-hidden-files"
            ),
            Outputs = ActionWords.Of("artifact-id artifact-url artifact-digest"),
            Runtimes = [new(4, "node20"), new(5, "node20"), new(6, "node24"), new(7, "node24")],
        },
        new("actions/download-artifact", 8, new DateOnly(2026, 3, 12))
        {
            Inputs = ActionWords.Of(
                "name path artifact-ids pattern merge-multiple github-token repository run-id skip-decompress digest-mismatch"
            ),
            Outputs = ActionWords.Of("download-path"),
            Runtimes =
            [
                new(2, "node12"),
                new(3, "node16"),
                new(4, "node20"),
                new(5, "node20"),
                new(6, "node20"),
                new(7, "node24"),
                new(8, "node24"),
            ],
            Intents = [StepIntent.SetUp],
            RetiredThrough = 3,
            RetiredSince = new DateOnly(2025, 1, 30),
        },
        new("actions/github-script", 8, new DateOnly(2025, 9, 4))
        {
            Inputs = ActionWords.Of(
                "script github-token debug user-agent previews result-encoding retries retry-exempt-status-codes base-url"
            ),
            Required = ActionWords.Of("script"),
            Outputs = ActionWords.Of("result"),
            HasComputedOutputs = true,
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node12"),
                new(4, "node12"),
                new(5, "node12"),
                new(6, "node16"),
                new(7, "node20"),
                new(8, "node24"),
            ],
        },
        new("actions/dependency-review-action", 4, new DateOnly(2026, 3, 6))
        {
            Inputs = ActionWords.Of(
                "repo-token fail-on-severity fail-on-scopes base-ref head-ref config-file allow-licenses deny-licenses "
                    + "allow-ghsas allow-dependencies-licenses external-repo-token license-check vulnerability-check "
                    + "comment-summary-in-pr deny-packages deny-groups retry-on-snapshot-warnings retry-on-snapshot-warnings-timeout "
                    + "warn-only show-openssf-scorecard warn-on-openssf-scorecard-level show-patched-versions"
            ),
            Outputs = ActionWords.Of("comment-content dependency-changes vulnerable-changes invalid-license-changes denied-changes"),
            Purposes = [new("config-file", ActionInputPurpose.File)],
            Runtimes = [new(1, "node16"), new(2, "node16"), new(3, "node16"), new(4, "node20")],
            Intents = [StepIntent.Scan],
        },
        new("actions/stale", 10, new DateOnly(2026, 6, 30))
        {
            Inputs = ActionWords.Of(
                "repo-token stale-issue-message stale-pr-message days-before-stale days-before-close stale-issue-label "
                    + "stale-pr-label operations-per-run close-issue-message close-pr-message days-before-issue-stale "
                    + "days-before-pr-stale days-before-issue-close days-before-pr-close close-issue-label exempt-issue-labels "
                    + "close-issue-reason close-pr-label exempt-pr-labels exempt-milestones exempt-issue-milestones "
                    + "exempt-pr-milestones exempt-all-milestones exempt-all-issue-milestones exempt-all-pr-milestones only-labels "
                    + "any-of-labels any-of-issue-labels any-of-pr-labels only-issue-labels only-pr-labels remove-stale-when-updated "
                    + "remove-issue-stale-when-updated remove-pr-stale-when-updated debug-only ascending delete-branch start-date "
                    + "exempt-assignees exempt-issue-assignees exempt-pr-assignees exempt-all-assignees exempt-all-issue-assignees "
                    + "exempt-all-pr-assignees exempt-draft-pr enable-statistics labels-to-add-when-unstale "
                    + "labels-to-remove-when-unstale ignore-updates ignore-issue-updates ignore-pr-updates exempt-issue-label "
                    + "exempt-pr-label sort-by labels-to-remove-when-stale include-only-assigned only-issue-types skip-stale-pr-message "
                    + "skip-stale-issue-message"
            ),
            Outputs = ActionWords.Of("closed-issues-prs staled-issues-prs"),
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node12"),
                new(4, "node12"),
                new(5, "node16"),
                new(6, "node16"),
                new(7, "node16"),
                new(8, "node16"),
                new(9, "node20"),
                new(10, "node24"),
            ],
        },
        new("actions/upload-pages-artifact", 5, new DateOnly(2026, 4, 8))
        {
            Inputs = ActionWords.Of("path retention-days name include-hidden-files"),
            Outputs = ActionWords.Of("artifact_id"),
            Purposes = [new("path", ActionInputPurpose.Directory)],
        },
        new("actions/deploy-pages", 5, new DateOnly(2026, 3, 24))
        {
            Inputs = ActionWords.Of("emit_telemetry conclusion token timeout error_count reporting_interval artifact_name preview"),
            Outputs = ActionWords.Of("page_url"),
            Runtimes = [new(1, "node16"), new(2, "node16"), new(3, "node20"), new(4, "node20"), new(5, "node24")],
            Intents = [StepIntent.Deploy],
        },
        new("actions/create-release", 1, new DateOnly(2021, 3, 3))
        {
            Inputs = ActionWords.Of("tag_name release_name body body_path draft prerelease commitish owner repo"),
            Required = ActionWords.Of("release_name tag_name"),
            Outputs = ActionWords.Of("id html_url upload_url"),
            Runtimes = [new(1, "node12")],
            Intents = [StepIntent.Publish],
            State = ActionState.Archived,
            Replacement = "softprops/action-gh-release",
        },
    ];
}
