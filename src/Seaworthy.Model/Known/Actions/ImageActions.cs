using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Actions that build, describe, sign and check container images.</summary>
/// <remarks>Source: the <c>action.yml</c> of each repository at its major versions; each row tells the day of the newest change read.</remarks>
internal static class ImageActions
{
    public static IReadOnlyList<KnownAction> All { get; } =
    [
        new("docker/build-push-action", 7, new DateOnly(2026, 7, 9))
        {
            Inputs = ActionWords.Of(
                "username password registry repository tags tag_with_ref tag_with_sha path dockerfile target always_pull "
                    + "build_args cache_froms labels add_git_labels push add-hosts allow build-args build-contexts builder cache-from "
                    + "cache-to cgroup-parent context file load network no-cache outputs platforms pull secrets secret-files shm-size "
                    + "ssh ulimit github-token attests no-cache-filters provenance sbom annotations secret-envs call"
            ),
            Outputs = ActionWords.Of("imageid digest metadata"),
            Purposes = [new("context", ActionInputPurpose.Directory), new("file", ActionInputPurpose.File)],
            Runtimes = [new(2, "node12"), new(3, "node16"), new(4, "node16"), new(5, "node20"), new(6, "node20"), new(7, "node24")],
            Intents = [StepIntent.BuildImage],
        },
        new("docker/bake-action", 7, new DateOnly(2026, 4, 27))
        {
            Inputs = ActionWords.Of(
                "builder files targets no-cache pull load push set workdir source provenance sbom github-token allow call vars"
            ),
            Outputs = ActionWords.Of("metadata"),
            Purposes = [new("files", ActionInputPurpose.File), new("workdir", ActionInputPurpose.Directory)],
            Runtimes =
            [
                new(1, "node12"),
                new(2, "node16"),
                new(3, "node16"),
                new(4, "node20"),
                new(5, "node20"),
                new(6, "node20"),
                new(7, "node24"),
            ],
            Intents = [StepIntent.BuildImage],
        },
        new("docker/login-action", 4, new DateOnly(2026, 4, 27))
        {
            Inputs = ActionWords.Of("registry username password ecr logout scope registry-auth"),
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node20"), new(4, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("docker/metadata-action", 6, new DateOnly(2026, 7, 2))
        {
            Inputs = ActionWords.Of(
                "images tag-sha tag-edge tag-edge-branch tag-semver tag-match tag-match-group tag-latest tag-match-latest "
                    + "tag-schedule tag-custom tag-custom-only label-custom sep-tags sep-labels github-token tag-coerce-tag "
                    + "tag-latest-match tags flavor labels bake-target context annotations sep-annotations"
            ),
            Outputs = ActionWords.Of(
                "version tags labels bake-file json tag-names annotations bake-file-tags bake-file-labels bake-file-annotations"
            ),
            Runtimes = [new(1, "node12"), new(2, "node12"), new(3, "node12"), new(4, "node16"), new(5, "node20"), new(6, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("docker/setup-buildx-action", 4, new DateOnly(2026, 8, 17))
        {
            Inputs = ActionWords.Of(
                "version driver driver-opts buildkitd-flags install use endpoint config config-inline platforms append cleanup "
                    + "github_token buildkitd-config buildkitd-config-inline name keep-state cache-binary"
            ),
            Outputs = ActionWords.Of("name driver endpoint status flags platforms nodes"),
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node20"), new(4, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("docker/setup-qemu-action", 4, new DateOnly(2026, 7, 1))
        {
            Inputs = ActionWords.Of("image platforms cache-image reset"),
            Outputs = ActionWords.Of("platforms"),
            Runtimes = [new(1, "node12"), new(2, "node16"), new(3, "node20"), new(4, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("aws-actions/amazon-ecr-login", 2, new DateOnly(2026, 8, 19))
        {
            Inputs = ActionWords.Of("http-proxy mask-password registries registry-type skip-logout registry-ids"),
            Outputs = ActionWords.Of("registry"),
            HasComputedOutputs = true,
            Runtimes = [new(1, "node16"), new(2, "node24")],
            Intents = [StepIntent.SetUp],
        },
        new("sigstore/cosign-installer", 4, new DateOnly(2026, 7, 1))
        {
            Inputs = ActionWords.Of("cosign-release install-dir use-sudo"),
            Intents = [StepIntent.SetUp],
        },
        new("hadolint/hadolint-action", 3, new DateOnly(2025, 9, 22))
        {
            Inputs = ActionWords.Of(
                "dockerfile format failure-threshold ignore config recursive output-file no-color no-fail verbose override-error "
                    + "override-warning override-info override-style trusted-registries"
            ),
            Purposes = [new("dockerfile", ActionInputPurpose.File), new("config", ActionInputPurpose.File)],
            Intents = [StepIntent.Lint],
        },
    ];
}
