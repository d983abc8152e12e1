using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Actions that scan, test, report and open changes.</summary>
/// <remarks>Source: the <c>action.yml</c> of each repository at its major versions; each row tells the day of the newest change read.</remarks>
internal static class CheckActions
{
    public static IReadOnlyList<KnownAction> All { get; } =
    [
        new("aquasecurity/trivy-action", 0, new DateOnly(2026, 6, 30))
        {
            Inputs = ActionWords.Of(
                "scan-type image-ref input scan-ref exit-code ignore-unfixed vuln-type severity format template output skip-dirs "
                    + "skip-files cache-dir timeout ignore-policy hide-progress list-all-pkgs scanners trivyignores github-pat "
                    + "trivy-config tf-vars limit-severities-for-sarif docker-host version cache skip-setup-trivy token-setup-trivy "
                    + "artifact-type security-checks"
            ),
            Purposes = [new("trivy-config", ActionInputPurpose.File)],
            Intents = [StepIntent.Scan],
        },
        new("anchore/scan-action", 7, new DateOnly(2026, 8, 21))
        {
            Inputs = ActionWords.Of(
                "image-reference dockerfile-path debug fail-build include-app-packages custom-policy-path anchore-version "
                    + "acs-report-enable acs-report-severity-cutoff image path grype-version severity-cutoff sbom output-format "
                    + "only-fixed add-cpes-if-none by-cve vex cache-db output-file config"
            ),
            Outputs = ActionWords.Of("billofmaterials vulnerabilities policycheck sarif json cyclonedx-xml cyclonedx-json"),
            Purposes = [new("path", ActionInputPurpose.Directory)],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node20"),
                new(4, "node20"),
                new(5, "node20"),
                new(6, "node20"),
                new(7, "node24"),
            ],
            Intents = [StepIntent.Scan],
        },
        new("gitleaks/gitleaks-action", 3, new DateOnly(2026, 7, 21))
        {
            Inputs = ActionWords.Of("config-path"),
            Outputs = ActionWords.Of("result exitcode"),
            Runtimes = [new(2, "node20"), new(3, "node24")],
            Intents = [StepIntent.Scan],
        },
        new("snyk/actions/node", 0, new DateOnly(2025, 8, 25))
        {
            Inputs = ActionWords.Of("command args json"),
            Intents = [StepIntent.Scan],
        },
        new("snyk/actions/docker", 0, new DateOnly(2025, 8, 25))
        {
            Inputs = ActionWords.Of("command args image json sarif"),
            Intents = [StepIntent.Scan],
        },
        new("snyk/actions/python", 0, new DateOnly(2025, 8, 25))
        {
            Inputs = ActionWords.Of("command args json"),
            Intents = [StepIntent.Scan],
        },
        new("rustsec/audit-check", 2, new DateOnly(2024, 9, 23))
        {
            Inputs = ActionWords.Of("token ignore working-directory"),
            Required = ActionWords.Of("token"),
            Purposes = [new("working-directory", ActionInputPurpose.Directory)],
            Runtimes = [new(1, "node16"), new(2, "node20")],
            Intents = [StepIntent.Scan],
        },
        new("codecov/codecov-action", 5, new DateOnly(2025, 12, 10))
        {
            Inputs = ActionWords.Of(
                "name token file flags files directory commit_parent dry_run env_vars fail_ci_if_error functionalities "
                    + "move_coverage_to_trash override_branch override_build override_commit override_pr override_tag root_dir slug url "
                    + "verbose working-directory aws_curl_args codecov_curl_args gcov_args gcov_executable gcov_path_exclude "
                    + "gcov_path_include gcov_prefix gcov_root_dir network_filter path_to_write_report xcode_derived_data xcode_package "
                    + "yml os version full_report gcov gcov_ignore gcov_include network_prefix swift swift_project upstream_proxy xcode "
                    + "xcode_archive_path xtra_args codecov_yml_path disable_file_fixes disable_search disable_safe_directory exclude "
                    + "git_service handle_no_reports_found job_code override_build_url plugin plugins report_code "
                    + "use_legacy_upload_endpoint use_oidc base_sha binary disable_telem force recurse_submodules report_type "
                    + "run_command skip_validation use_pypi"
            ),
            Runtimes = [new(1, "node12"), new(2, "node12"), new(3, "node16"), new(4, "node20")],
            UnsupportedThrough = 1,
            RetiredSince = new DateOnly(2022, 2, 1),
        },
        new("golangci/golangci-lint-action", 9, new DateOnly(2026, 8, 20))
        {
            Inputs = ActionWords.Of(
                "github_token flags directory format version args github-token working-directory only-new-issues "
                    + "skip-go-installation skip-pkg-cache skip-build-cache skip-cache install-mode skip-save-cache annotations "
                    + "cache-invalidation-interval verify problem-matchers version-file install-only debug experimental"
            ),
            Purposes = [new("working-directory", ActionInputPurpose.Directory)],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node16"),
                new(4, "node20"),
                new(5, "node20"),
                new(6, "node20"),
                new(7, "node20"),
                new(8, "node20"),
                new(9, "node24"),
            ],
            Intents = [StepIntent.Lint],
        },
        new("cypress-io/github-action", 7, new DateOnly(2026, 8, 21))
        {
            Inputs = ActionWords.Of(
                "record env config config-file browser command start install wait-on wait-on-timeout parallel group tag "
                    + "working-directory headless spec project command-prefix start-windows build runTests ci-build-id cache-key "
                    + "install-command quiet component headed auto-cancel-after-failures publish-summary summary-title "
                    + "package-manager-cache expose"
            ),
            Outputs = ActionWords.Of("dashboardUrl resultsUrl"),
            Purposes =
            [
                new("working-directory", ActionInputPurpose.Directory),
                new("config-file", ActionInputPurpose.File),
                new("project", ActionInputPurpose.Directory),
            ],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node16"),
                new(4, "node16"),
                new(5, "node16"),
                new(6, "node20"),
                new(7, "node24"),
            ],
            Intents = [StepIntent.Test],
        },
        new("slackapi/slack-github-action", 4, new DateOnly(2026, 8, 12))
        {
            Inputs = ActionWords.Of(
                "channel-id slack-message payload payload-delimiter payload-file-path payload-file-path-parsed update-ts "
                    + "who-to-greet message api errors method payload-templated proxy retries token webhook webhook-type"
            ),
            Outputs = ActionWords.Of("time thread_ts ts channel_id ok response"),
            Runtimes = [new(1, "node20"), new(2, "node20"), new(3, "node24"), new(4, "node24")],
            Intents = [StepIntent.Notify],
        },
        new("8398a7/action-slack", 3, new DateOnly(2025, 9, 13))
        {
            Inputs = ActionWords.Of(
                "type payload failedMenthon text failedMention status mention only_mention_fail author_name username icon_emoji "
                    + "icon_url channel fields custom_payload if_mention job_name github_token github_base_url success_message "
                    + "cancelled_message failure_message"
            ),
            Runtimes = [new(1, "node12"), new(2, "node12"), new(3, "node20")],
            Intents = [StepIntent.Notify],
        },
        new("peter-evans/create-pull-request", 8, new DateOnly(2026, 7, 1))
        {
            Inputs = ActionWords.Of(
                "token commit-message author-name author-email committer-name committer-email title body labels assignees "
                    + "reviewers team-reviewers milestone project project-column branch base branch-suffix path committer author draft "
                    + "request-to-parent add-paths signoff delete-branch push-to-fork gpg-sign body-path git-token branch-token "
                    + "sign-commits maintainer-can-modify"
            ),
            Outputs = ActionWords.Of(
                "pr_number pull-request-number pull-request-url pull-request-operation pull-request-head-sha pull-request-branch"
            ),
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node12"),
                new(4, "node16"),
                new(5, "node16"),
                new(6, "node20"),
                new(7, "node20"),
                new(8, "node24"),
            ],
        },
        new("dorny/paths-filter", 4, new DateOnly(2026, 7, 10))
        {
            Inputs = ActionWords.Of(
                "token filters githubToken working-directory ref base list-files initial-fetch-depth predicate-quantifier"
            ),
            Required = ActionWords.Of("filters"),
            Outputs = ActionWords.Of("changes"),
            HasComputedOutputs = true,
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node20"), new(4, "node24")],
        },
        new("tj-actions/changed-files", 47, new DateOnly(2026, 4, 18))
        {
            Inputs = ActionWords.Of(
                "separator token files_from_source_file files sha base_sha path since_last_remote_commit files-separator "
                    + "files_separator files_ignore files_ignore_separator files_ignore_from_source_file use_fork_point quotepath "
                    + "old_new_separator old_new_files_separator include_all_old_new_renamed_files diff_relative dir_names json since "
                    + "until target_branch_fetch_depth dir_names_max_depth fetch_depth max_fetch_depth dir_names_exclude_root "
                    + "json_raw_format write_output_files output_dir match_directories files_from_source_file_separator files_yaml "
                    + "files_yaml_from_source_file files_yaml_from_source_file_separator files_ignore_yaml "
                    + "files_ignore_yaml_from_source_file files_ignore_yaml_from_source_file_separator "
                    + "files_ignore_from_source_file_separator dir_names_exclude_current_dir escape_json "
                    + "output_renamed_files_as_deleted_and_added recover_deleted_files recover_deleted_files_to_destination api_url "
                    + "skip_initial_fetch recover_files recover_files_separator recover_files_ignore recover_files_ignore_separator "
                    + "dir_names_include_files dir_names_include_files_separator fetch_additional_submodule_history "
                    + "fail_on_initial_diff_error fail_on_submodule_diff_error dir_names_deleted_files_include_only_deleted_dirs "
                    + "negation_patterns_first safe_output use_rest_api matrix exclude_submodules fetch_missing_history_max_retries "
                    + "use_posix_path_separator tags_pattern tags_ignore_pattern exclude_symlinks skip_same_sha files-from-source-file"
            ),
            Outputs = ActionWords.Of(
                "added_files copied_files deleted_files modified_files renamed_files changed_files unmerged_files unknown_files "
                    + "all_changed_files all_modified_files all_changed any_changed type_changed_files only_changed other_changed_files "
                    + "all_changed_and_modified_files any_deleted only_deleted other_deleted_files any_modified only_modified "
                    + "other_modified_files all_old_new_renamed_files added_files_count copied_files_count deleted_files_count "
                    + "modified_files_count renamed_files_count all_old_new_renamed_files_count type_changed_files_count "
                    + "unmerged_files_count unknown_files_count all_changed_and_modified_files_count all_changed_files_count "
                    + "other_changed_files_count all_modified_files_count other_modified_files_count other_deleted_files_count "
                    + "modified_keys changed_keys any_added"
            ),
            HasComputedOutputs = true,
            Runtimes =
            [
                new(36, "node16"),
                new(37, "node16"),
                new(38, "node16"),
                new(39, "node20"),
                new(40, "node20"),
                new(41, "node20"),
                new(42, "node20"),
                new(43, "node20"),
                new(44, "node20"),
                new(45, "node20"),
                new(46, "node20"),
                new(47, "node24"),
            ],
        },
    ];
}
