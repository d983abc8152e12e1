namespace Seaworthy.Engine.Claims;

/// <summary>The kinds of contradiction that a claim may be of, each with the rules that answer it.</summary>
public static class ClaimKinds
{
    public static ClaimKind PathMissing { get; } =
        new("path-missing", "A file or directory that a statement names does not exist where it is looked for.")
        {
            Rules =
            [
                "orchestration/external-volume-not-created",
                "containers/build-command-file-missing",
                "containers/build-context-missing",
                "containers/configuration-in-wrong-place",
                "containers/console-script-left-behind",
                "containers/copy-from-stage-missing",
                "containers/copy-source-missing",
                "containers/dockerfile-missing",
                "containers/entrypoint-missing",
                "containers/imported-module-missing",
                "containers/jar-not-built",
                "containers/opened-file-missing",
                "containers/served-file-missing",
                "containers/server-without-build",
                "containers/service-starts-nothing",
                "containers/standalone-assets-missing",
                "containers/start-program-left-out",
                "containers/workspace-package-not-built",
                "configuration/env-template-missing",
                "dependencies/own-module-missing",
                "dependencies/path-alias-not-rewritten",
                "dependencies/source-without-manifest",
                "documentation/documented-name-missing",
                "migrations/migration-directory-empty",
                "mobile/asset-missing",
                "observability/monitoring-file-not-mounted",
                "orchestration/bind-source-missing",
                "orchestration/compose-file-in-other-case",
                "orchestration/compose-file-missing",
                "orchestration/delivered-path-missing",
                "orchestration/env-file-missing",
                "orchestration/kustomization-path-missing",
                "orchestration/mount-hides-packages",
                "orchestration/mount-misses-working-directory",
                "orchestration/pattern-as-plain-path",
                "orchestration/secret-file-missing",
                "orchestration/volume-device-missing",
                "pipelines/added-path-ignored",
                "pipelines/command-file-missing",
                "pipelines/framework-source-missing",
                "pipelines/local-action-missing",
                "pipelines/lock-file-missing",
                "pipelines/manifest-missing",
                "pipelines/manifests-further-down",
                "pipelines/path-filter-matches-nothing",
                "pipelines/project-missing",
                "pipelines/repository-not-checked-out",
                "pipelines/script-missing",
                "pipelines/upload-keeps-directory",
                "pipelines/working-directory-missing",
                "platforms/platform-file-missing",
                "platforms/terraform-path-missing",
                "platforms/bicep-path-missing",
                "containers/start-not-on-path",
            ],
        };

    public static ClaimKind PortNotListened { get; } =
        new("port-not-listened", "A port that is published, probed, forwarded to or called has no listener, or another one.")
        {
            Rules =
            [
                "ports/proxied-socket-not-created",
                "orchestration/service-selects-other-pods",
                "orchestration/target-port-undefined",
                "pipelines/service-container-port",
                "platforms/assigned-port-ignored",
                "platforms/balanced-port-undefined",
                "platforms/smtp-port-blocked",
                "ports/advertised-address-unreachable",
                "ports/default-address-unreachable",
                "ports/endpoint-port-not-listened",
                "ports/host-port-conflict",
                "pipelines/container-not-removed",
                "ports/listens-on-loopback",
                "ports/port-past-ingress",
                "ports/localhost-in-container",
                "ports/mixed-content",
                "platforms/host-used-as-url",
                "ports/page-calls-localhost",
                "ports/own-address-not-published",
                "ports/probe-port-not-listened",
                "ports/published-port-not-listened",
            ],
        };

    public static ClaimKind HostUnresolved { get; } =
        new("host-unresolved", "A host name or address that a program is given leads to nobody.")
        {
            Rules =
            [
                "configuration/base64-password-in-url",
                "ports/proxied-socket-not-created",
                "configuration/browser-unreachable-url",
                "configuration/presigned-url-unreachable",
                "observability/monitoring-host-unresolved",
                "orchestration/ingress-backend-undefined",
                "orchestration/deployment-without-service",
                "orchestration/ingress-controller-not-installed",
                "orchestration/no-common-network",
                "orchestration/service-selects-no-pod",
                "orchestration/service-selects-other-pods",
                "orchestration/undefined-dependency",
                "ports/advertised-address-unreachable",
                "ports/caller-on-another-network",
                "ports/default-address-unreachable",
                "ports/env-file-template-on-localhost",
                "ports/host-gateway-missing",
                "ports/host-unresolved",
                "ports/localhost-in-container",
                "ports/page-calls-localhost",
                "ports/proxy-only-in-development",
                "ports/renamed-host",
                "pipelines/database-not-started",
                "ports/spring-default-unreachable",
            ],
        };

    public static ClaimKind RouteNotServed { get; } =
        new("route-not-served", "A path that a probe, a proxy or a client asks for is not served.")
        {
            Rules =
            [
                "observability/scrape-path-not-served",
                "orchestration/rewrite-drops-path",
                "platforms/cron-path-not-served",
                "platforms/vercel-routes-hide-files",
                "ports/called-route-not-served",
                "ports/location-behind-return",
                "ports/cors-only-localhost",
                "ports/method-not-allowed-by-cors",
                "ports/probe-path-not-served",
                "ports/proxied-path-not-served",
                "ports/proxied-path-replaced",
                "ports/regex-before-prefix",
                "ports/router-not-mounted",
                "ports/template-leads-back",
            ],
        };

    public static ClaimKind VariableNotSet { get; } =
        new("variable-not-set", "A variable that the program needs is not set, or set under another name.")
        {
            Rules =
            [
                "orchestration/image-placeholder",
                "platforms/vpc-without-dns-hostnames",
                "platforms/database-outside-vpc",
                "orchestration/secret-property-undefined",
                "configuration/build-command-without-variable",
                "configuration/build-time-variable-at-run-time",
                "configuration/build-time-variable-missing",
                "configuration/placeholder-never-filled",
                "configuration/caddy-address-not-set",
                "configuration/prefix-of-another-bundler",
                "configuration/configuration-cached-in-build",
                "configuration/property-no-longer-read",
                "configuration/required-variable-undefined",
                "configuration/template-variable-not-passed",
                "configuration/variable-not-supplied",
                "configuration/variable-read-under-two-names",
                "configuration/variable-under-another-name",
                "containers/development-by-default",
                "containers/undeclared-build-argument",
                "containers/variable-without-argument",
                "mobile/env-file-not-bundled",
                "orchestration/braces-without-dollar",
                "orchestration/config-key-undefined",
                "orchestration/image-variable-missing",
                "orchestration/undefined-variable",
                "orchestration/variable-of-another-image",
                "orchestration/variable-used-before-declared",
                "pipelines/called-workflow-reads-event",
                "pipelines/expanded-too-early",
                "pipelines/variable-in-single-quotes",
                "pipelines/job-reference-unknown",
                "pipelines/step-reference-unknown",
                "pipelines/terraform-variable-not-given",
                "pipelines/variable-in-input",
                "pipelines/variable-never-set",
                "pipelines/variable-of-another-job",
                "pipelines/variable-of-another-step",
                "pipelines/workflow-input-unknown",
                "platforms/removed-secret-reference",
                "platforms/terraform-name-undeclared",
                "platforms/bicep-name-undeclared",
                "platforms/variable-not-replaced",
                "secrets/insecure-fallback",
                "configuration/env-file-under-another-name",
            ],
        };

    public static ClaimKind ValueUnused { get; } =
        new("value-unused", "A value is set that nothing reads.")
        {
            Rules =
            [
                "configuration/bootstrap-file-ignored",
                "configuration/build-time-variable-at-run-time",
                "configuration/configuration-cached-in-build",
                "configuration/java-options-ignored",
                "configuration/property-no-longer-read",
                "configuration/setting-no-longer-read",
                "platforms/vercel-build-settings-ignored",
                "configuration/supplied-variable-never-read",
                "configuration/template-variable-never-read",
                "configuration/template-variable-not-passed",
                "configuration/variable-under-another-name",
                "containers/undeclared-build-argument",
                "orchestration/chart-value-unread",
                "orchestration/command-behind-entry-point",
                "orchestration/dropped-command",
                "orchestration/empty-list-clears-nothing",
                "orchestration/variable-of-another-image",
                "pipelines/action-input-unknown",
                "pipelines/workflow-input-unknown",
                "pipelines/workflow-never-read",
                "ports/rule-of-older-traefik",
                "configuration/env-file-under-another-name",
            ],
        };

    public static ClaimKind NameDiffers { get; } =
        new("name-differs", "One thing has two names: an image, a tag, a secret, a service, a job, an output, a queue.")
        {
            Rules =
            [
                "platforms/literal-network-id",
                "platforms/tag-used-as-revision",
                "orchestration/external-volume-not-created",
                "orchestration/image-placeholder",
                "orchestration/secret-property-undefined",
                "platforms/registry-host-twice",
                "platforms/terraform-resets-image",
                "pipelines/image-not-pulled",
                "orchestration/moving-tag-not-pulled",
                "configuration/prefix-of-another-bundler",
                "configuration/shared-secret-differs",
                "configuration/variable-read-under-two-names",
                "configuration/variable-under-another-name",
                "containers/dockerfile-missing",
                "containers/end-of-life-image",
                "orchestration/image-without-owner",
                "containers/image-not-published",
                "containers/start-not-on-path",
                "containers/unknown-build-target",
                "containers/unknown-stage",
                "observability/alert-receiver-undefined",
                "observability/collector-component-undefined",
                "orchestration/chart-value-undefined",
                "orchestration/chart-value-unread",
                "orchestration/command-names-unknown-service",
                "orchestration/compose-file-in-other-case",
                "orchestration/config-key-undefined",
                "orchestration/external-network-not-created",
                "orchestration/image-of-two-builds",
                "orchestration/ingress-backend-undefined",
                "orchestration/ingress-class-differs",
                "orchestration/patch-matches-nothing",
                "orchestration/pod-reference-undefined",
                "orchestration/queue-not-listened",
                "orchestration/queue-without-worker",
                "orchestration/scale-target-undefined",
                "orchestration/selector-misses-own-pods",
                "orchestration/service-selects-no-pod",
                "orchestration/service-selects-other-pods",
                "orchestration/target-port-undefined",
                "orchestration/undeclared-name",
                "orchestration/undefined-dependency",
                "orchestration/workload-in-two-namespaces",
                "pipelines/action-input-unknown",
                "pipelines/build-module-unknown",
                "pipelines/ansible-handler-undefined",
                "pipelines/build-target-unknown",
                "pipelines/commanded-workload-unknown",
                "pipelines/image-deployed-before-push",
                "pipelines/image-never-rolled-out",
                "pipelines/image-pushed-under-another-name",
                "pipelines/job-reference-unknown",
                "pipelines/matrix-key-unknown",
                "pipelines/package-script-unknown",
                "pipelines/push-without-tag",
                "pipelines/step-reference-unknown",
                "pipelines/tag-never-pushed",
                "pipelines/tags-as-one-image",
                "pipelines/task-unknown",
                "pipelines/trusted-subject-differs",
                "platforms/service-declared-twice",
                "platforms/terraform-name-undeclared",
                "platforms/bicep-name-undeclared",
                "platforms/terraform-output-undefined",
                "ports/host-unresolved",
                "ports/renamed-host",
                "pipelines/option-unknown",
                "configuration/env-file-under-another-name",
            ],
        };

    public static ClaimKind ConditionConstant { get; } =
        new("condition-constant", "A condition is always true or always false.")
        {
            Rules =
            [
                "pipelines/certificate-of-localhost",
                "pipelines/called-workflow-reads-event",
                "pipelines/job-never-runs",
                "pipelines/path-filter-matches-nothing",
                "pipelines/workflow-never-read",
                "pipelines/constant-condition",
                "pipelines/ref-in-workflow-run",
                "pipelines/deploy-of-every-branch",
                "pipelines/pattern-matches-opposite",
            ],
        };

    public static ClaimKind ToolMissing { get; } =
        new("tool-missing", "A command needs a program, library or package that is not installed there.")
        {
            Rules =
            [
                "configuration/django-middleware-missing",
                "dependencies/database-driver-missing",
                "containers/browser-not-installed",
                "containers/build-tool-left-out",
                "containers/prisma-client-not-generated",
                "containers/certificates-missing",
                "containers/cgo-switched-off",
                "containers/composer-cannot-unpack",
                "containers/composer-extension-missing",
                "containers/install-script-without-tool",
                "containers/package-index-missing",
                "containers/package-not-in-release",
                "containers/php-extension-without-headers",
                "containers/program-not-in-image",
                "containers/run-without-shell",
                "containers/script-without-interpreter",
                "containers/start-not-on-path",
                "containers/start-outside-environment",
                "containers/system-library-missing",
                "containers/uv-without-environment",
                "dependencies/import-not-installed",
                "dependencies/local-package-from-registry",
                "dependencies/minifier-not-installed",
                "dependencies/program-not-installed",
                "dependencies/undeclared-import",
                "migrations/extension-not-in-image",
                "pipelines/program-not-on-runner",
                "pipelines/entrypoint-takes-script",
                "ports/probe-client-missing",
                "ports/probe-module-missing",
                "ports/probe-needs-bash",
                "dependencies/driver-of-another-engine",
            ],
        };

    public static ClaimKind VersionRefused { get; } =
        new("version-refused", "A version is refused by the tool, image or package that meets it.")
        {
            Rules =
            [
                "orchestration/data-at-volume-root",
                "containers/browser-of-another-release",
                "containers/image-not-published",
                "containers/package-not-in-release",
                "containers/pip-refused-by-system",
                "containers/program-of-another-system",
                "containers/runtime-version-refused",
                "dependencies/incompatible-release",
                "dependencies/lock-out-of-date",
                "dependencies/package-broken-by-runtime",
                "dependencies/plugin-of-another-major",
                "dependencies/tool-command-removed",
                "files/invalid-file",
                "orchestration/data-store-without-volume",
                "orchestration/option-removed",
                "orchestration/removed-api-version",
                "pipelines/action-does-not-exist",
                "pipelines/retired-action",
                "pipelines/retired-runner",
                "pipelines/runtime-older-than-needed",
                "pipelines/version-loses-its-zero",
                "platforms/terraform-argument-removed",
            ],
        };

    public static ClaimKind Other { get; } = new("other", "Anything else.");

    public static IReadOnlyList<ClaimKind> All { get; } =
    [
        PathMissing,
        PortNotListened,
        HostUnresolved,
        RouteNotServed,
        VariableNotSet,
        ValueUnused,
        NameDiffers,
        ConditionConstant,
        ToolMissing,
        VersionRefused,
        RiskKinds.SecretExposed,
        RiskKinds.MigrationNotRun,
        RiskKinds.DataLost,
        RiskKinds.FailureHidden,
        RiskKinds.SafeguardMissing,
        Other,
    ];

    public static ClaimKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
