namespace Seaworthy.Model.Known.Options;

/// <summary>The options of <c>gcloud</c> by its verbs; those of no verb go with each.</summary>
/// <remarks>Source: <c>gcloud help run deploy</c>, with its beta and alpha.</remarks>
internal static class GcloudOptions
{
    public static IReadOnlyList<VerbOptions> All { get; } =
    [
        new(
            "",
            """
            --access-token-file --account --billing-project --configuration --flags-file --flatten --format
            --impersonate-service-account --project --trace-token --verbosity
            """,
            """
            --filter --flag --help --limit --log-http --no-user-output-enabled --quiet --sort-by --user-output-enabled --version -h
            """
        ),
        new(
            "run deploy",
            """
            --add-cloudsql-instances --add-custom-audiences --add-volume --add-volume-mount --args --base-image
            --binary-authorization --breakglass --build-env-vars-file --build-service-account --build-worker-pool --cluster
            --command --concurrency --connectivity --container --context --cpu --depends-on --description
            --encryption-key-shutdown-hours --env-vars-file --execution-environment --function --gpu --gpu-type --image --ingress
            --key --kubeconfig --labels --liveness-probe --max --max-instances --max-surge --memory --mesh --min --min-instances
            --namespace --network --network-tags --platform --port --post-key-revocation-action-type --readiness-probe --region
            --regions --remove-build-env-vars --remove-cloudsql-instances --remove-containers --remove-custom-audiences
            --remove-env-vars --remove-labels --remove-secrets --remove-volume --remove-volume-mount --revision-suffix --scaling
            --service-account --set-build-env-vars --set-cloudsql-instances --set-custom-audiences --set-env-vars --set-secrets
            --source --startup-probe --subnet --tag --timeout --update-build-env-vars --update-env-vars --update-labels
            --update-secrets --vpc-connector --vpc-egress
            """,
            """
            --allow-http --allow-unauthenticated --allow-unencrypted-build --async --automatic-updates --clear-base-image
            --clear-binary-authorization --clear-build-env-vars --clear-build-service-account --clear-build-worker-pool
            --clear-cloudsql-instances --clear-custom-audiences --clear-encryption-key-shutdown-hours --clear-env-vars --clear-key
            --clear-labels --clear-network --clear-network-tags --clear-post-key-revocation-action-type --clear-secrets
            --clear-volume-mounts --clear-volumes --clear-vpc-connector --cpu-boost --cpu-throttling --default-url --delegate-builds
            --deploy-health-check --gpu-zonal-redundancy --iap --ignore-file --invoker-iam-check --no-allow-unauthenticated
            --no-allow-unencrypted-build --no-automatic-updates --no-cpu-boost --no-cpu-throttling --no-default-url
            --no-deploy-health-check --no-gpu-zonal-redundancy --no-iap --no-invoker-iam-check --no-session-affinity --no-traffic
            --no-use-http2 --session-affinity --to-latest --use-http2
            """
        ),
    ];
}
