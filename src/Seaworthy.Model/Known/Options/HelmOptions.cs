namespace Seaworthy.Model.Known.Options;

/// <summary>The options of <c>helm</c> by its verbs; those of no verb go with each.</summary>
/// <remarks>Source: Helm documentation, "Helm commands" of releases 2, 3 and 4, and the options that release 2 had.</remarks>
internal static class HelmOptions
{
    public static IReadOnlyList<VerbOptions> All { get; } =
    [
        new(
            "upgrade",
            """
            --ca-file --cert-file --description --history-max --key-file --keyring --labels --name --output --password
            --post-renderer --post-renderer-args --repo --server-side --set --set-file --set-json --set-literal --set-string
            --timeout --tls-ca-cert --tls-cert --tls-hostname --tls-key --username --values --version -f -l -o
            """,
            """
            --atomic --cleanup-on-fail --create-namespace --dependency-update --devel --disable-openapi-validation --dry-run
            --enable-dns --force --force-conflicts --force-replace --hide-notes --hide-secret --insecure-skip-tls-verify --install
            --no-hooks --pass-credentials --plain-http --recreate-pods --render-subchart-notes --reset-then-reuse-values
            --reset-values --reuse-values --rollback-on-failure --skip-crds --skip-schema-validation --take-ownership --tls
            --tls-verify --verify --wait --wait-for-jobs -i
            """
        ),
        new(
            "install",
            """
            --ca-file --cert-file --description --key-file --keyring --labels --name --name-template --output --password
            --post-renderer --post-renderer-args --repo --set --set-file --set-json --set-literal --set-string --timeout
            --tls-ca-cert --tls-cert --tls-hostname --tls-key --username --values --version -f -l -o
            """,
            """
            --atomic --create-namespace --dep-up --dependency-update --devel --disable-openapi-validation --dry-run --enable-dns
            --force --force-conflicts --force-replace --generate-name --hide-notes --hide-secret --insecure-skip-tls-verify
            --no-crd-hook --no-hooks --pass-credentials --plain-http --recreate-pods --render-subchart-notes --replace
            --rollback-on-failure --server-side --skip-crds --skip-schema-validation --take-ownership --tls --tls-verify --verify
            --wait --wait-for-jobs -g
            """
        ),
        new(
            "uninstall",
            "--cascade --description --timeout",
            "--dry-run --ignore-not-found --keep-history --no-hooks --purge --tls --wait"
        ),
        new(
            "rollback",
            """
            --description --history-max --server-side --timeout --tls-ca-cert --tls-cert --tls-hostname --tls-key
            """,
            """
            --cleanup-on-fail --dry-run --force --force-conflicts --force-replace --no-hooks --recreate-pods --tls --tls-verify
            --wait --wait-for-jobs
            """
        ),
        new(
            "template",
            """
            --api-versions --ca-file --cert-file --description --execute --key-file --keyring --kube-version --labels --name
            --name-template --output-dir --password --post-renderer --post-renderer-args --repo --set --set-file --set-json
            --set-literal --set-string --show-only --timeout --username --values --version -a -f -l -s -x
            """,
            """
            --atomic --create-namespace --dependency-update --devel --disable-openapi-validation --dry-run --enable-dns --force
            --force-conflicts --force-replace --generate-name --hide-notes --include-crds --insecure-skip-tls-verify --is-upgrade
            --no-hooks --notes --pass-credentials --plain-http --recreate-pods --release-name --render-subchart-notes --replace
            --rollback-on-failure --server-side --skip-crds --skip-schema-validation --skip-tests --take-ownership --tls --validate
            --verify --wait --wait-for-jobs -g
            """
        ),
        new(
            "lint",
            "--kube-version --set --set-file --set-json --set-literal --set-string --values -f",
            "--quiet --skip-schema-validation --strict --with-subcharts"
        ),
        new(
            "list",
            """
            --col-width --filter --max --offset --output --selector --time-format --tls-ca-cert --tls-cert --tls-hostname --tls-key
            -f -l -m -o
            """,
            """
            --all --all-namespaces --chart-name --date --deleted --deleting --deployed --failed --no-headers --pending --reverse
            --short --superseded --tls --tls-verify --uninstalled --uninstalling -A -a -c -d -q -r
            """
        ),
        new(
            "status",
            "--output --revision --tls-ca-cert --tls-cert --tls-hostname --tls-key -o",
            "--show-desc --show-resources --tls --tls-verify"
        ),
        new("history", "--col-width --max --output --tls-ca-cert --tls-cert --tls-hostname --tls-key -o", "--tls --tls-verify"),
        new(
            "repo add",
            "--ca-file --cert-file --key-file --password --timeout --username",
            """
            --allow-deprecated-repos --force-update --insecure-skip-tls-verify --no-update --pass-credentials --password-stdin
            """
        ),
        new("repo update", "--timeout", "--fail-on-repo-update-fail --strict"),
        new(
            "dependency update",
            "--ca-file --cert-file --key-file --keyring --password --username",
            "--insecure-skip-tls-verify --plain-http --skip-refresh --verify"
        ),
        new(
            "dependency build",
            "--ca-file --cert-file --key-file --keyring --password --username",
            "--insecure-skip-tls-verify --plain-http --skip-refresh --verify"
        ),
        new(
            "pull",
            """
            --ca-file --cert-file --destination --key-file --keyring --password --repo --untardir --username --version -d
            """,
            "--devel --insecure-skip-tls-verify --pass-credentials --plain-http --prov --untar --verify"
        ),
        new("push", "--ca-file --cert-file --key-file --password --username", "--insecure-skip-tls-verify --plain-http"),
        new(
            "package",
            """
            --app-version --ca-file --cert-file --destination --key --key-file --keyring --passphrase-file --password --username
            --version -d
            """,
            "--dependency-update --insecure-skip-tls-verify --plain-http --save --sign -u"
        ),
        new("registry login", "--ca-file --cert-file --key-file --password --username -p -u", "--insecure --password-stdin --plain-http"),
        new(
            "",
            """
            --burst-limit --color --colour --content-cache --home --host --kube-apiserver --kube-as-group --kube-as-user
            --kube-ca-file --kube-context --kube-tls-server-name --kube-token --kubeconfig --namespace --qps --registry-config
            --repository-cache --repository-config --tiller-connection-timeout --tiller-namespace -n
            """,
            "--debug --help --kube-insecure-skip-tls-verify -h"
        ),
    ];
}
