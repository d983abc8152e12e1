using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Actions that log in to a platform, deploy to it or publish a release.</summary>
/// <remarks>Source: the <c>action.yml</c> of each repository at its major versions; each row tells the day of the newest change read.</remarks>
internal static class DeployActions
{
    public static IReadOnlyList<KnownAction> All { get; } =
    [
        new("aws-actions/configure-aws-credentials", 6, new DateOnly(2026, 8, 18))
        {
            Inputs = ActionWords.Of(
                "aws-region aws-profile overwrite-aws-profile role-to-assume aws-access-key-id aws-secret-access-key "
                    + "aws-session-token web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id "
                    + "role-duration-seconds role-external-id role-session-name role-skip-session-tagging transitive-tag-keys "
                    + "inline-session-policy managed-session-policies output-credentials output-env-credentials "
                    + "unset-current-credentials disable-retry retry-max-attempts special-characters-workaround "
                    + "use-existing-credentials allowed-account-ids force-skip-oidc action-timeout-s custom-tags sts-endpoint"
            ),
            Required = ActionWords.Of("aws-region"),
            Outputs = ActionWords.Of("aws-account-id aws-access-key-id aws-secret-access-key aws-session-token aws-expiration"),
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node16"), new(4, "node20"), new(5, "node20"), new(6, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("aws-actions/amazon-ecs-deploy-task-definition", 2, new DateOnly(2026, 7, 1))
        {
            Inputs = ActionWords.Of(
                "task-definition desired-count service cluster wait-for-service-stability wait-for-minutes codedeploy-appspec "
                    + "codedeploy-application codedeploy-deployment-group codedeploy-deployment-description force-new-deployment "
                    + "codedeploy-deployment-config wait-max-delay-seconds service-managed-ebs-volume-name service-managed-ebs-volume "
                    + "run-task run-task-container-overrides run-task-security-groups run-task-subnets run-task-assign-public-IP "
                    + "run-task-capacity-provider-strategy run-task-launch-type run-task-started-by run-task-tags "
                    + "run-task-managed-ebs-volume-name run-task-managed-ebs-volume wait-for-task-stopped enable-ecs-managed-tags "
                    + "propagate-tags keep-null-value-keys max-retries"
            ),
            Required = ActionWords.Of("task-definition"),
            Outputs = ActionWords.Of("task-definition-arn codedeploy-deployment-id run-task-arn"),
            Purposes = [new("task-definition", ActionInputPurpose.File)],
            Runtimes = [new(1, "node20"), new(2, "node24")],
            Intents = [StepIntent.Deploy],
        },
        new("google-github-actions/auth", 3, new DateOnly(2025, 9, 3))
        {
            Inputs = ActionWords.Of(
                "project_id workload_identity_provider service_account audience credentials_json create_credentials_file "
                    + "export_environment_variables token_format delegates cleanup_credentials access_token_lifetime "
                    + "access_token_scopes access_token_subject retries backoff backoff_limit id_token_audience id_token_include_email "
                    + "lifetime activate_credentials_file universe request_reason"
            ),
            Outputs = ActionWords.Of("project_id credentials_file_path access_token access_token_expiration id_token auth_token"),
            Runtimes = [new(1, "node16"), new(2, "node20"), new(3, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("google-github-actions/setup-gcloud", 3, new DateOnly(2025, 8, 28))
        {
            Inputs = ActionWords.Of(
                "version service_account_email service_account_key project_id export_default_credentials install_components "
                    + "credentials_file_path cleanup_credentials skip_install skip_tool_cache cache"
            ),
            Outputs = ActionWords.Of("version"),
            // Since v1 the action google-github-actions/auth signs in.
            RemovedInputs = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
            {
                ["service_account_email"] = 1,
                ["service_account_key"] = 1,
                ["export_default_credentials"] = 1,
                ["credentials_file_path"] = 1,
            },
            Runtimes = [new(1, "node16"), new(2, "node20"), new(3, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("google-github-actions/deploy-cloudrun", 3, new DateOnly(2025, 9, 3))
        {
            Inputs = ActionWords.Of(
                "image service region env_vars secrets labels metadata project_id credentials source suffix tag timeout "
                    + "no_traffic revision_traffic tag_traffic flags gcloud_version gcloud_component env_vars_file skip_default_labels "
                    + "job env_vars_update_strategy secrets_update_strategy wait update_traffic_flags"
            ),
            Outputs = ActionWords.Of("url"),
            Purposes =
            [
                new("source", ActionInputPurpose.Directory),
                new("metadata", ActionInputPurpose.File),
                new("env_vars_file", ActionInputPurpose.File),
            ],
            Runtimes = [new(1, "node16"), new(2, "node20"), new(3, "node24")],
            Intents = [StepIntent.Deploy],
        },
        new("azure/login", 3, new DateOnly(2026, 8, 4))
        {
            Inputs = ActionWords.Of(
                "creds client-id tenant-id subscription-id enable-AzPSSession environment allow-no-subscriptions audience " + "auth-type"
            ),
            Runtimes = [new(1, "node16"), new(2, "node20"), new(3, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("azure/webapps-deploy", 3, new DateOnly(2026, 3, 27))
        {
            Inputs = ActionWords.Of(
                "publish-profile app-name package slot-name images configuration-file startup-command resource-group-name "
                    + "sitecontainers-config type target-path clean restart"
            ),
            Required = ActionWords.Of("app-name"),
            Outputs = ActionWords.Of("webapp-url"),
            Purposes = [new("package", ActionInputPurpose.Pattern), new("configuration-file", ActionInputPurpose.File)],
            Runtimes = [new(1, "node12"), new(2, "node24"), new(3, "node24")],
            Intents = [StepIntent.Deploy],
        },
        new("appleboy/ssh-action", 1, new DateOnly(2026, 4, 29))
        {
            Inputs = ActionWords.Of(
                "host port username password timeout command_timeout key key_path script script_stop envs debug passphrase "
                    + "proxy_host proxy_port proxy_username proxy_password proxy_passphrase proxy_timeout proxy_key proxy_key_path sync "
                    + "use_insecure_cipher fingerprint proxy_fingerprint proxy_use_insecure_cipher cipher proxy_cipher envs_format "
                    + "protocol proxy_protocol script_path allenvs request_pty curl_insecure capture_stdout version"
            ),
            Outputs = ActionWords.Of("stdout"),
            Purposes = [new("script", ActionInputPurpose.RemoteScript), new("script_path", ActionInputPurpose.File)],
        },
        new("appleboy/scp-action", 1, new DateOnly(2026, 7, 18))
        {
            Inputs = ActionWords.Of(
                "host port username password timeout command_timeout key key_path passphrase target source rm strip_components "
                    + "overwrite tar_tmp_path proxy_host proxy_port proxy_username proxy_password proxy_passphrase proxy_timeout "
                    + "proxy_key proxy_key_path fingerprint debug proxy_fingerprint use_insecure_cipher proxy_use_insecure_cipher "
                    + "tar_dereference tar_exec protocol curl_insecure capture_stdout version"
            ),
            Outputs = ActionWords.Of("stdout"),
            Purposes = [new("source", ActionInputPurpose.Pattern)],
            Intents = [StepIntent.Deploy],
        },
        new("superfly/flyctl-actions", 1, new DateOnly(2026, 4, 8))
        {
            Intents = [StepIntent.Deploy],
            State = ActionState.Deprecated,
            Replacement = "superfly/flyctl-actions/setup-flyctl",
        },
        new("superfly/flyctl-actions/setup-flyctl", 1, new DateOnly(2026, 4, 8))
        {
            Inputs = ActionWords.Of("version"),
            Runtimes = [new(1, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("cloudflare/wrangler-action", 4, new DateOnly(2026, 5, 12))
        {
            Inputs = ActionWords.Of(
                "apiKey email environment apiToken workingDirectory wranglerVersion secrets preCommands postCommands publish "
                    + "accountId command vars quiet packageManager gitHubToken"
            ),
            Outputs = ActionWords.Of(
                "command-output command-stderr deployment-url pages-deployment-alias-url pages-deployment-id pages-environment"
            ),
            Purposes = [new("workingDirectory", ActionInputPurpose.Directory)],
            Runtimes = [new(3, "node20"), new(4, "node24")],
            Intents = [StepIntent.Deploy],
        },
        new("amondnet/vercel-action", 42, new DateOnly(2026, 4, 30))
        {
            Inputs = ActionWords.Of(
                "zeit-token zeit-team-id now-args github-comment github-token github-deployment working-directory vercel-token "
                    + "vercel-args vercel-project-id vercel-org-id vercel-project-name scope now-project-id now-org-id alias-domains "
                    + "vercel-version github-deployment-environment target prebuilt vercel-build vercel-output-dir force env build-env "
                    + "regions archive root-directory auto-assign-custom-domains custom-environment public with-cache experimental-api"
            ),
            Outputs = ActionWords.Of("preview-url preview-name deployment-id"),
            Purposes = [new("working-directory", ActionInputPurpose.Directory)],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(19, "node12"),
                new(20, "node12"),
                new(25, "node20"),
                new(41, "node20"),
                new(42, "node24"),
            ],
            Intents = [StepIntent.Deploy],
        },
        new("peaceiris/actions-gh-pages", 4, new DateOnly(2026, 7, 16))
        {
            Inputs = ActionWords.Of(
                "emptyCommits keepFiles forceOrphan username useremail commitMessage tagName tagMessage tagOverwrite deploy_key "
                    + "github_token personal_token publish_branch publish_dir destination_dir external_repository allow_empty_commit "
                    + "keep_files force_orphan user_name user_email commit_message full_commit_message tag_name tag_message "
                    + "enable_jekyll disable_nojekyll cname exclude_assets"
            ),
            Purposes = [new("publish_dir", ActionInputPurpose.Directory)],
            Runtimes = [new(3, "node16"), new(4, "node24")],
            Intents = [StepIntent.Deploy],
        },
        new("softprops/action-gh-release", 3, new DateOnly(2026, 4, 26))
        {
            Inputs = ActionWords.Of(
                "body body-path name draft files body_path tag_name prerelease fail_on_unmatched_files repository token "
                    + "target_commitish discussion_category_name generate_release_notes append_body preserve_order working_directory "
                    + "overwrite_files previous_tag make_latest"
            ),
            Outputs = ActionWords.Of("url id upload_url assets"),
            Purposes = [new("files", ActionInputPurpose.Pattern), new("body_path", ActionInputPurpose.File)],
            Runtimes = [new(1, "node16"), new(2, "node20"), new(3, "node24")],
            Intents = [StepIntent.Publish],
        },
    ];
}
