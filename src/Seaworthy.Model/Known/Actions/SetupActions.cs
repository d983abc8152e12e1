using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Actions that put a language or tool in place.</summary>
/// <remarks>Source: the <c>action.yml</c> of each repository at its major versions; each row tells the day of the newest change read.</remarks>
internal static class SetupActions
{
    public static IReadOnlyList<KnownAction> All { get; } =
    [
        new("actions/setup-node", 7, new DateOnly(2026, 8, 18))
        {
            Inputs = ActionWords.Of(
                "always-auth node-version registry-url scope version node-version-file architecture check-latest token cache "
                    + "cache-dependency-path mirror mirror-token package-manager-cache"
            ),
            Outputs = ActionWords.Of("cache-hit node-version cache-primary-key cache-matched-key"),
            Purposes = [new("node-version-file", ActionInputPurpose.File), new("cache-dependency-path", ActionInputPurpose.LockFiles)],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node16"),
                new(4, "node20"),
                new(5, "node24"),
                new(6, "node24"),
                new(7, "node24"),
            ],
            Intents = [StepIntent.SetUp],
        },
        new("actions/setup-python", 7, new DateOnly(2026, 7, 19))
        {
            Inputs = ActionWords.Of(
                "python-version architecture version cache token cache-dependency-path python-version-file check-latest "
                    + "update-environment allow-prereleases freethreaded pip-version pip-install"
            ),
            Outputs = ActionWords.Of("python-version cache-hit python-path"),
            Purposes = [new("python-version-file", ActionInputPurpose.File), new("cache-dependency-path", ActionInputPurpose.LockFiles)],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node16"),
                new(4, "node16"),
                new(5, "node20"),
                new(6, "node24"),
                new(7, "node24"),
            ],
            Intents = [StepIntent.SetUp],
        },
        new("actions/setup-go", 7, new DateOnly(2026, 8, 19))
        {
            Inputs = ActionWords.Of(
                "go-version version check-latest stable token go-version-file cache cache-dependency-path architecture "
                    + "go-download-base-url"
            ),
            Outputs = ActionWords.Of("go-version cache-hit"),
            Purposes = [new("go-version-file", ActionInputPurpose.File), new("cache-dependency-path", ActionInputPurpose.Pattern)],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node12"),
                new(3, "node16"),
                new(4, "node16"),
                new(5, "node20"),
                new(6, "node24"),
                new(7, "node24"),
            ],
            Intents = [StepIntent.SetUp],
        },
        new("actions/setup-java", 5, new DateOnly(2026, 8, 18))
        {
            Inputs = ActionWords.Of(
                "java-version java-package architecture jdkFile server-id server-username server-password settings-path "
                    + "gpg-private-key gpg-passphrase version distribution check-latest overwrite-settings cache job-status "
                    + "java-version-file token mvn-toolchain-id mvn-toolchain-vendor cache-dependency-path jdk-file set-default "
                    + "verify-signature verify-signature-public-key show-download-progress force-download server-username-env-var "
                    + "server-password-env-var mvn-server-credentials mvn-repositories mvn-repositories-include-central "
                    + "mvn-repositories-prioritize-central gpg-passphrase-env-var cache-jdk cache-path cache-read-only problem-matcher"
            ),
            Outputs = ActionWords.Of("path version distribution cache-hit cache-primary-key"),
            Purposes = [new("java-version-file", ActionInputPurpose.File), new("cache-dependency-path", ActionInputPurpose.LockFiles)],
            Runtimes = [new(1, "node12"), new(2, "node12"), new(3, "node16"), new(4, "node20"), new(5, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("actions/setup-dotnet", 6, new DateOnly(2026, 7, 22))
        {
            Inputs = ActionWords.Of(
                "dotnet-version source-url owner config-file include-prerelease version global-json-file dotnet-quality cache "
                    + "cache-dependency-path dotnet-channel workloads architecture"
            ),
            Outputs = ActionWords.Of("cache-hit dotnet-version"),
            Purposes = [new("global-json-file", ActionInputPurpose.File), new("cache-dependency-path", ActionInputPurpose.LockFiles)],
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node16"), new(4, "node20"), new(5, "node24"), new(6, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("pnpm/action-setup", 4, new DateOnly(2025, 1, 9))
        {
            Inputs = ActionWords.Of("version dest bin_dest registry run_install package_json_file standalone cache cache_dependency_path"),
            Outputs = ActionWords.Of("dest bin_dest"),
            Purposes = [new("package_json_file", ActionInputPurpose.File)],
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node20"), new(4, "node20")],
            Intents = [StepIntent.SetUp],
        },
        new("oven-sh/setup-bun", 2, new DateOnly(2026, 3, 14))
        {
            Inputs = ActionWords.Of(
                "bun-version github-token misc-test-builds repository custom-download-url bun-download-url registry-url scope "
                    + "no-cache bun-version-file registries token"
            ),
            Outputs = ActionWords.Of("bun-version bun-revision cache-hit bun-path bun-download-url"),
            Purposes = [new("bun-version-file", ActionInputPurpose.File)],
            Runtimes = [new(1, "node20"), new(2, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("astral-sh/setup-uv", 10, new DateOnly(2026, 8, 20))
        {
            Inputs = ActionWords.Of(
                "version checksum github-token enable-cache cache-dependency-glob cache-suffix cache-local-path version-file "
                    + "python-version activate-environment venv-path no-project working-directory restore-cache save-cache prune-cache "
                    + "cache-python ignore-nothing-to-cache ignore-empty-workdir tool-dir tool-bin-dir manifest-file "
                    + "download-from-astral-mirror add-problem-matchers quiet resolution-strategy pyproject-file uv-file server-url"
            ),
            Outputs = ActionWords.Of("uv-version cache-hit uv-path uvx-path cache-key venv python-version python-cache-hit"),
            Purposes =
            [
                new("version-file", ActionInputPurpose.File),
                new("working-directory", ActionInputPurpose.Directory),
                new("cache-dependency-glob", ActionInputPurpose.Pattern),
            ],
            Runtimes =
            [
                new(1, "node20"),
                new(2, "node20"),
                new(3, "node20"),
                new(4, "node20"),
                new(5, "node20"),
                new(6, "node20"),
                new(7, "node24"),
                new(8, "node24"),
                new(9, "node24"),
                new(10, "node24"),
            ],
            Intents = [StepIntent.SetUp],
        },
        new("ruby/setup-ruby", 1, new DateOnly(2026, 6, 30))
        {
            Inputs = ActionWords.Of(
                "ruby-version rubygems bundler bundler-cache working-directory cache-version self-hosted windows-toolchain token"
            ),
            Outputs = ActionWords.Of("ruby-prefix"),
            Purposes = [new("working-directory", ActionInputPurpose.Directory)],
            Runtimes = [new(1, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("shivammathur/setup-php", 2, new DateOnly(2026, 8, 22))
        {
            Inputs = ActionWords.Of(
                "php-version extension-csv extensions ini-values coverage tools ini-values-csv pecl update ini-file "
                    + "php-version-file github-token"
            ),
            Outputs = ActionWords.Of("php-version"),
            Purposes = [new("php-version-file", ActionInputPurpose.File)],
            Runtimes = [new(1, "node12"), new(2, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("dtolnay/rust-toolchain", 1, new DateOnly(2026, 3, 27))
        {
            Inputs = ActionWords.Of("toolchain targets target components"),
            Outputs = ActionWords.Of("cachekey name"),
            Intents = [StepIntent.SetUp],
        },
        new("actions-rs/toolchain", 1, new DateOnly(2020, 11, 4))
        {
            Inputs = ActionWords.Of("toolchain target default override profile components"),
            Outputs = ActionWords.Of("rustc rustc_hash cargo rustup"),
            Runtimes = [new(1, "node12")],
            Intents = [StepIntent.SetUp],
            State = ActionState.Archived,
            Replacement = "dtolnay/rust-toolchain",
        },
        new("swatinem/rust-cache", 2, new DateOnly(2026, 8, 6))
        {
            Inputs = ActionWords.Of(
                "key working-directory sharedKey target-dir cache-on-failure prefix-key shared-key add-job-id-key "
                    + "add-rust-environment-hash-key env-vars workspaces cache-directories cache-targets cache-all-crates "
                    + "cache-workspace-crates save-if cache-provider cache-bin lookup-only cmd-format"
            ),
            Outputs = ActionWords.Of("cache-hit"),
            Runtimes = [new(1, "node12"), new(2, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("subosito/flutter-action", 2, new DateOnly(2026, 4, 30))
        {
            Inputs = ActionWords.Of(
                "flutter-version channel version flutter-version-file architecture cache cache-key cache-path pub-cache "
                    + "pub-cache-key pub-cache-path dry-run git-source"
            ),
            Outputs = ActionWords.Of(
                "CHANNEL VERSION ARCHITECTURE CACHE-KEY CACHE-PATH PUB-CACHE-KEY PUB-CACHE-PATH GIT_SOURCE CACHE-HIT " + "PUB-CACHE-HIT"
            ),
            Purposes = [new("flutter-version-file", ActionInputPurpose.File)],
            Runtimes = [new(1, "node12")],
            Intents = [StepIntent.SetUp],
        },
        new("hashicorp/setup-terraform", 4, new DateOnly(2026, 7, 21))
        {
            Inputs = ActionWords.Of("cli_config_credentials_hostname cli_config_credentials_token terraform_version terraform_wrapper"),
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node20"), new(4, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("azure/setup-kubectl", 5, new DateOnly(2026, 7, 16))
        {
            Inputs = ActionWords.Of("version"),
            Outputs = ActionWords.Of("kubectl-path"),
            Runtimes = [new(1, "node12"), new(2, "node12"), new(3, "node16"), new(4, "node20"), new(5, "node24")],
            Intents = [StepIntent.SetUp],
        },
    ];
}
