namespace Seaworthy.Engine.Claims;

/// <summary>Kinds of claims about what is lost, given away or not noticed; those about statements that contradict each other are in <see cref="ClaimKinds"/>.</summary>
public static class RiskKinds
{
    public static ClaimKind SecretExposed { get; } =
        new("secret-exposed", "A secret is committed, printed, or has a default that everybody knows.")
        {
            Rules =
            [
                "secrets/placeholder-kept-in-cluster",
                "secrets/committed-secret",
                "secrets/default-secret-in-target",
                "secrets/insecure-fallback",
                "secrets/plan-in-artifact",
                "secrets/secret-file-in-image",
                "secrets/cloud-key-in-image",
                "secrets/password-in-script",
                "secrets/secret-in-image",
                "secrets/secret-in-manifest",
                "secrets/secret-logged",
                "secrets/signing-key-in-source",
                "secrets/account-with-known-password",
                "secrets/database-password-in-terraform",
                "secrets/secret-in-deployment-history",
                "secrets/tracked-env-file",
                "security/exposed-admin-interface",
                "security/exposed-data-store",
                "security/public-database",
            ],
        };

    public static ClaimKind MigrationNotRun { get; } =
        new("migration-not-run", "The schema does not reach the database, or in the wrong order.")
        {
            Rules =
            [
                "migrations/start-after-failed-migration",
                "pipelines/namespace-applied-late",
                "migrations/broken-chain",
                "migrations/changed-table-never-created",
                "migrations/duplicate-version",
                "migrations/extension-not-in-image",
                "migrations/journal-file-missing",
                "migrations/journal-out-of-order",
                "migrations/migration-directory-empty",
                "migrations/migration-never-run",
                "migrations/needed-table-never-created",
                "migrations/object-created-twice",
                "migrations/reset-at-start",
                "migrations/revision-longer-than-column",
                "migrations/schema-changed-at-start",
                "migrations/schema-never-created",
                "migrations/schema-without-migrations",
                "migrations/several-heads",
                "orchestration/dependency-not-awaited",
                "orchestration/migration-before-database",
            ],
        };

    public static ClaimKind DataLost { get; } =
        new("data-lost", "Data is not kept, not backed up, or not where its program writes it.")
        {
            Rules =
            [
                "orchestration/data-at-volume-root",
                "backup/free-database-expires",
                "backup/store-not-backed-up",
                "backup/database-keeps-no-backups",
                "migrations/reset-at-start",
                "migrations/schema-dropped-at-start",
                "orchestration/broker-without-hostname",
                "orchestration/claim-hides-program",
                "orchestration/data-store-without-volume",
                "orchestration/data-volume-shared",
                "orchestration/jobs-in-evicting-redis",
                "orchestration/kept-files-without-volume",
                "orchestration/pod-data-without-volume",
                "orchestration/rolling-update-of-one-writer",
                "orchestration/bind-mount-not-writable",
                "orchestration/volume-not-writable",
                "pipelines/prune-of-volumes",
                "pipelines/terraform-state-lost",
            ],
        };

    public static ClaimKind FailureHidden { get; } =
        new("failure-hidden", "A step, build or probe cannot fail.")
        {
            Rules =
            [
                "migrations/start-after-failed-migration",
                "backup/dump-failure-masked",
                "containers/build-failure-masked",
                "pipelines/deploy-only-echoes",
                "pipelines/loop-cannot-fail",
                "pipelines/build-script-hides-errors",
                "pipelines/masked-failure",
                "pipelines/no-tests-to-run",
                "pipelines/psql-goes-on-after-error",
                "pipelines/script-goes-on-after-failure",
                "pipelines/standard-input-swallowed",
                "ports/probe-cannot-fail",
                "pipelines/constant-condition",
                "pipelines/pattern-matches-opposite",
            ],
        };

    /// <summary>Any practice, when its rule's name is in the words of the claim.</summary>
    public static ClaimKind SafeguardMissing { get; } =
        new("safeguard-missing", "A limit, check, alert, test or other good practice is absent.")
        {
            Rules =
            [
                "automation/certificate-expires",
                "pipelines/deploy-on-pull-request",
                "secrets/default-secret-in-target",
                "security/entry-without-encryption",
                "security/exposed-admin-interface",
                "security/exposed-data-store",
                "security/public-database",
                "security/rate-limit-of-proxy",
                "security/sign-in-without-rate-limit",
                "security/api-without-authentication",
                "security/cors-any-origin",
                "security/actuator-open",
                "security/rest-framework-open",
                "security/routes-without-guard",
                "security/role-chosen-at-sign-up",
                "security/password-hashed-fast",
                "dependencies/release-with-known-exploit",
                "security/self-hosted-runner-on-pull-request",
                "pipelines/deploy-of-every-branch",
            ],
        };
}
