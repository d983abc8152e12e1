using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Importing;

/// <summary>Rules of several tools that mean the same: what two of them say of one place is one finding.</summary>
/// <remarks>Source: the documentation of each tool's rules, read in 2026.</remarks>
internal sealed class EquivalentRules
{
    private static readonly string[] Secrets =
    [
        "secrets/committed-secret",
        "secrets/tracked-env-file",
        "secrets/default-secret-in-target",
        "secrets/insecure-fallback",
        "secrets/secret-in-image",
        "gitleaks/*",
        "trufflehog/*",
        "checkov/CKV_SECRET_*",
        "semgrep/*secret*",
        "trivy/*DS-0031",
        "kube-linter/env-var-secret",
        "actionlint/credentials",
    ];

    private static readonly EquivalentRules[] Groups =
    [
        // Where the same thing stands in one line, or one of them speaks of the whole file.
        new(isOfFile: false, Secrets),
        new(
            isOfFile: false,
            "containers/unpinned-image",
            "hadolint/DL3006",
            "hadolint/DL3007",
            "trivy/*DS-0001",
            "trivy/DS001",
            "trivy/*KSV*0013",
            "checkov/CKV_DOCKER_7",
            "checkov/CKV_K8S_14",
            "kube-linter/latest-tag",
            "zizmor/unpinned-images"
        ),
        new(isOfFile: false, "containers/unknown-stage", "hadolint/DL3022"),
        new(isOfFile: false, "containers/build-failure-masked", "hadolint/DL4006"),
        new(isOfFile: false, "containers/shell-syntax-in-copy", "hadolint/DL1000"),
        new(
            isOfFile: false,
            "pipelines/action-not-pinned",
            "zizmor/unpinned-uses",
            "scorecard/PinnedDependenciesID",
            "semgrep/*third-party-action-not-pinned*"
        ),
        new(
            isOfFile: false,
            "pipelines/untrusted-input-in-script",
            "actionlint/expression",
            "zizmor/template-injection",
            "semgrep/*run-shell-injection",
            "checkov/CKV_GHA_2"
        ),
        new(
            isOfFile: false,
            "pipelines/step-reference-unknown",
            "pipelines/job-reference-unknown",
            "pipelines/matrix-key-unknown",
            "pipelines/workflow-input-unknown",
            "actionlint/expression",
            "actionlint/workflow-call",
            "actionlint/job-needs"
        ),
        new(isOfFile: false, "pipelines/retired-runner", "actionlint/runner-label"),
        new(
            isOfFile: false,
            "pipelines/action-input-unknown",
            "pipelines/retired-action",
            "pipelines/local-action-missing",
            "pipelines/action-does-not-exist",
            "actionlint/action"
        ),
        new(isOfFile: false, "pipelines/job-never-runs", "actionlint/if-cond"),
        new(
            isOfFile: false,
            "files/invalid-file",
            "files/duplicate-key",
            "actionlint/syntax-check",
            "hadolint/DL1000",
            "kube-linter/schema-validation"
        ),
        // Where it is a property of the whole file, and each tool shows another line of it.
        new(
            isOfFile: true,
            "containers/root-user",
            "hadolint/DL3002",
            "trivy/*DS-0002",
            "trivy/DS002",
            "trivy/*KSV*0012",
            "checkov/CKV_DOCKER_3",
            "checkov/CKV_DOCKER_8",
            "checkov/CKV_K8S_23",
            "semgrep/dockerfile.*missing-user*",
            "semgrep/dockerfile.*last-user-is-root*",
            "kube-linter/run-as-non-root"
        ),
        new(isOfFile: true, "containers/no-health-check", "trivy/*DS-0026", "trivy/DS026", "checkov/CKV_DOCKER_2"),
        new(
            isOfFile: true,
            "pipelines/writes-everything",
            "zizmor/excessive-permissions",
            "checkov/CKV2_GHA_1",
            "scorecard/TokenPermissionsID"
        ),
        new(
            isOfFile: true,
            "orchestration/container-without-limits",
            "kube-linter/unset-cpu-requirements",
            "kube-linter/unset-memory-requirements",
            "checkov/CKV_K8S_10",
            "checkov/CKV_K8S_11",
            "checkov/CKV_K8S_12",
            "checkov/CKV_K8S_13",
            "trivy/*KSV*0011",
            "trivy/*KSV*0015",
            "trivy/*KSV*0016",
            "trivy/*KSV*0018"
        ),
        new(
            isOfFile: true,
            "orchestration/served-pod-without-probe",
            "kube-linter/no-liveness-probe",
            "kube-linter/no-readiness-probe",
            "checkov/CKV_K8S_8",
            "checkov/CKV_K8S_9"
        ),
        new(isOfFile: true, "orchestration/single-replica-in-production", "kube-linter/minimum-three-replicas"),
        new(isOfFile: true, "orchestration/service-selects-no-pod", "kube-linter/dangling-service"),
        new(isOfFile: true, "orchestration/selector-misses-own-pods", "kube-linter/mismatching-selector"),
        new(isOfFile: true, "orchestration/pod-reference-undefined", "kube-linter/non-existent-service-account"),
        new(isOfFile: true, "orchestration/ingress-backend-undefined", "kube-linter/dangling-ingress"),
        new(isOfFile: true, "orchestration/scale-target-undefined", "kube-linter/dangling-horizontalpodautoscaler"),
        new(isOfFile: true, "orchestration/target-port-undefined", "kube-linter/invalid-target-ports"),
        new(isOfFile: true, "orchestration/removed-api-version", "kube-linter/no-extensions-v1beta"),
    ];

    private readonly List<string> names;
    private readonly List<StarPattern> patterns;

    private EquivalentRules(bool isOfFile, params IEnumerable<string> rules)
    {
        IsOfFile = isOfFile;
        names = [.. rules];
        patterns = names.ConvertAll(rule => new StarPattern(rule));
    }

    /// <summary>Every name and pattern of the table.</summary>
    public static IEnumerable<string> Names => Groups.SelectMany(group => group.names);

    /// <summary>One file says it once, in whichever line.</summary>
    public bool IsOfFile { get; }

    /// <summary>The groups to which a rule belongs, by its whole id.</summary>
    public static IEnumerable<EquivalentRules> Of(string rule) => Groups.Where(group => group.Holds(rule));

    public bool Holds(string rule) => patterns.Exists(pattern => pattern.Matches(rule));
}
