namespace Seaworthy.Engine.Planning;

/// <summary>
/// The rules whose remedy is more than a value, a name or a line. Most findings are a contradiction between two lines, and one of them changes: that takes minutes, so that is what a
/// rule has which is not named here.
/// </summary>
internal static class EffortTable
{
    // Something has to be written, tried or rolled out.
    private static readonly HashSet<string> Hours = new(StringComparer.Ordinal)
    {
        "automation/no-pipeline",
        "automation/straight-to-production",
        "automation/tests-not-run",
        "backup/store-not-backed-up",
        "configuration/env-template-missing",
        "containers/development-server",
        "containers/end-of-life-image",
        "containers/imported-module-missing",
        "containers/install-at-start",
        "containers/nginx-may-not-write",
        "containers/no-health-check",
        "containers/package-not-in-release",
        "containers/program-of-another-system",
        "containers/root-user",
        "containers/run-without-shell",
        "containers/runtime-version-refused",
        "dependencies/source-without-manifest",
        "documentation/documented-name-missing",
        "documentation/deployment-not-described",
        "files/submodule-without-address",
        "migrations/broken-chain",
        "migrations/duplicate-version",
        "migrations/migration-never-run",
        "migrations/needed-table-never-created",
        "migrations/several-heads",
        "migrations/migration-directory-empty",
        "observability/alerts-without-alertmanager",
        "observability/no-error-tracking",
        "observability/no-metrics",
        "observability/nobody-is-told",
        "observability/unstructured-logs",
        "observability/scrape-path-not-served",
        "orchestration/data-store-without-volume",
        "orchestration/queue-without-worker",
        "orchestration/removed-api-version",
        "orchestration/scheduler-without-worker",
        "orchestration/served-pod-without-probe",
        "orchestration/single-replica-in-production",
        "pipelines/deploy-only-echoes",
        "pipelines/deploy-without-health-check",
        "pipelines/deploy-without-test",
        "pipelines/no-rollback",
        "pipelines/retired-action",
        "pipelines/retired-runner",
        "pipelines/rival-workflows",
        "platforms/service-declared-twice",
        "ports/called-route-not-served",
        "ports/denied-by-network-policy",
        "ports/probe-path-not-served",
        "ports/rule-of-older-traefik",
        "scaling/no-autoscaler",
        "secrets/default-secret-in-target",
        "secrets/secret-file-in-image",
        "secrets/secret-in-image",
        "security/entry-without-encryption",
        "security/no-vulnerability-scan",
        "security/sign-in-without-rate-limit",
    };

    // Something has to be designed, or data has to move. A secret that is out must be replaced wherever it is used, and history may have to be rewritten.
    private static readonly HashSet<string> Day = new(StringComparer.Ordinal)
    {
        "orchestration/data-volume-shared",
        "secrets/committed-secret",
        "secrets/password-in-script",
        "secrets/tracked-env-file",
    };

    /// <summary>Every rule that is named here.</summary>
    public static IEnumerable<string> Named => Hours.Concat(Day);

    public static Effort Of(string rule) =>
        Day.Contains(rule) ? Effort.Day
        : Hours.Contains(rule) ? Effort.Hours
        : Effort.Minutes;
}
