namespace Seaworthy.Model.Known.Options;

/// <summary>The options of <c>kubectl</c> by its verbs; those of no verb go with each.</summary>
/// <remarks>Source: <c>kubectl VERB --help</c> and <c>kubectl options</c> of release 1.32, and options that earlier releases had.</remarks>
internal static class KubectlOptions
{
    public static IReadOnlyList<VerbOptions> All { get; } =
    [
        new(
            "",
            """
            --as --as-group --as-uid --cache-dir --certificate-authority --client-certificate --client-key --cluster --context
            --kubeconfig --log-flush-frequency --namespace --password --profile --profile-output --request-timeout --server
            --tls-server-name --token --user --username --v --vmodule -n -s -v
            """,
            """
            --disable-compression --help --insecure-skip-tls-verify --match-server-version --warnings-as-errors -h
            """
        ),
        new(
            "apply",
            """
            --cascade --dry-run --field-manager --filename --generator --grace-period --kustomize --output --prune-allowlist
            --selector --subresource --template --timeout --validate -f -k -l -o
            """,
            """
            --all --allow-missing-template-keys --export --force --force-conflicts --openapi-patch --overwrite --prune --record
            --recursive --save-config --server-side --show-managed-fields --wait -R
            """
        ),
        new(
            "create namespace",
            "--dry-run --field-manager --generator --output --template --validate -o",
            "--allow-missing-template-keys --export --save-config --show-managed-fields"
        ),
        new(
            "create configmap",
            """
            --dry-run --field-manager --from-env-file --from-file --from-literal --generator --output --template --validate -o
            """,
            "--allow-missing-template-keys --append-hash --export --save-config --show-managed-fields"
        ),
        new(
            "create secret generic",
            """
            --dry-run --field-manager --from-env-file --from-file --from-literal --generator --output --template --type --validate
            -o
            """,
            "--allow-missing-template-keys --append-hash --export --save-config --show-managed-fields"
        ),
        new(
            "create secret docker-registry",
            """
            --docker-email --docker-password --docker-server --docker-username --dry-run --field-manager --from-file --generator
            --output --template --validate -o
            """,
            "--allow-missing-template-keys --append-hash --export --save-config --show-managed-fields"
        ),
        new(
            "create secret tls",
            "--cert --dry-run --field-manager --generator --key --output --template --validate -o",
            "--allow-missing-template-keys --append-hash --export --save-config --show-managed-fields"
        ),
        new(
            "delete",
            """
            --cascade --dry-run --field-selector --filename --grace-period --kustomize --output --raw --selector --timeout -f -k -l
            -o
            """,
            """
            --all --all-namespaces --force --ignore-not-found --include-uninitialized --interactive --now --recursive --wait -A -R
            -i
            """
        ),
        new(
            "get",
            """
            --chunk-size --field-selector --filename --kustomize --label-columns --output --raw --selector --sort-by --subresource
            --template -L -f -k -l -o
            """,
            """
            --all-namespaces --allow-missing-template-keys --export --ignore-not-found --include-uninitialized --no-headers
            --output-watch-events --recursive --server-print --show-all --show-kind --show-labels --show-managed-fields --watch
            --watch-only -A -R -w
            """
        ),
        new(
            "scale",
            """
            --current-replicas --dry-run --filename --kustomize --output --replicas --resource-version --selector --template
            --timeout -f -k -l -o
            """,
            "--all --allow-missing-template-keys --record --recursive --show-managed-fields -R"
        ),
        new(
            "patch",
            """
            --dry-run --field-manager --filename --kustomize --output --patch --patch-file --subresource --template --type -f -k -o
            -p
            """,
            "--allow-missing-template-keys --local --record --recursive --show-managed-fields -R"
        ),
        new(
            "wait",
            "--field-selector --filename --for --output --selector --template --timeout -f -l -o",
            """
            --all --all-namespaces --allow-missing-template-keys --local --recursive --show-managed-fields -A -R
            """
        ),
        new("rollout status", "--filename --kustomize --revision --selector --timeout -f -k -l", "--recursive --watch -R -w"),
        new(
            "rollout restart",
            "--field-manager --filename --kustomize --output --selector --template -f -k -l -o",
            "--allow-missing-template-keys --recursive --show-managed-fields -R"
        ),
        new(
            "rollout undo",
            "--dry-run --filename --kustomize --output --selector --template --to-revision -f -k -l -o",
            "--allow-missing-template-keys --record --recursive --show-managed-fields -R"
        ),
        new(
            "set image",
            "--dry-run --field-manager --filename --kustomize --output --selector --template -f -k -l -o",
            "--all --allow-missing-template-keys --local --record --recursive --show-managed-fields -R"
        ),
        new(
            "set env",
            """
            --containers --dry-run --env --field-manager --filename --from --keys --kustomize --output --prefix --selector
            --template -c -e -f -k -l -o
            """,
            """
            --all --allow-missing-template-keys --list --local --overwrite --recursive --resolve --show-managed-fields -R
            """
        ),
        new(
            "logs",
            """
            --container --limit-bytes --max-log-requests --pod-running-timeout --selector --since --since-time --tail -c -l
            """,
            """
            --all-containers --all-pods --follow --ignore-errors --insecure-skip-tls-verify-backend --prefix --previous --timestamps
            -f -p
            """
        ),
        new(
            "label",
            """
            --dry-run --field-manager --field-selector --filename --kustomize --output --resource-version --selector --template -f
            -k -l -o
            """,
            """
            --all --all-namespaces --allow-missing-template-keys --list --local --overwrite --record --recursive
            --show-managed-fields -A -R
            """
        ),
        new(
            "annotate",
            """
            --dry-run --field-manager --field-selector --filename --kustomize --output --resource-version --selector --template -f
            -k -l -o
            """,
            """
            --all --all-namespaces --allow-missing-template-keys --list --local --overwrite --record --recursive
            --show-managed-fields -A -R
            """
        ),
        new(
            "replace",
            """
            --cascade --dry-run --field-manager --filename --generator --grace-period --kustomize --output --raw --subresource
            --template --timeout --validate -f -k -o
            """,
            """
            --allow-missing-template-keys --export --force --record --recursive --save-config --show-managed-fields --wait -R
            """
        ),
    ];
}
