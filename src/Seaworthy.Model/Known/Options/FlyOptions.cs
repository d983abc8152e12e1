namespace Seaworthy.Model.Known.Options;

/// <summary>The options of <c>flyctl</c> by its verbs; those of no verb go with each.</summary>
/// <remarks>Source: Fly.io documentation, "flyctl commands".</remarks>
internal static class FlyOptions
{
    public static IReadOnlyList<VerbOptions> All { get; } =
    [
        new("", "--access-token -t", "--debug --help --verbose -h"),
        new(
            "deploy",
            """
            --app --build-arg --build-context-warn-size --build-secret --build-target --buildpacks-docker-host --buildpacks-volume
            --compression --compression-level --config --deploy-retries --depot-scope --dockerfile --env --exclude-machines
            --exclude-regions --file-literal --file-local --file-secret --host-dedication-id --ignorefile --image --image-label
            --label --lease-timeout --max-concurrent --max-unavailable --only-machines --primary-region --process-groups --region
            --regions --release-command-timeout --signal --strategy --vm-cpu-kind --vm-cpus --vm-gpu-kind --vm-gpu-type --vm-gpus
            --vm-memory --vm-size --volume-initial-size --wait-timeout -a -c -e -i -s
            """,
            """
            --auto-confirm --build-only --buildkit --depot --detach --dns-checks --flycast --ha --https-failover --local-only
            --nixpacks --no-cache --no-extensions --no-public-ips --now --provision-extensions --push --recreate-builder
            --remote-only --skip-release-command --smoke-checks --update-only --wg --yes -y
            """
        ),
        new(
            "launch",
            """
            --auto-stop --build-arg --build-context-warn-size --build-secret --build-target --buildpacks-docker-host
            --buildpacks-volume --command --compression --compression-level --config --deploy-retries --depot-scope --dockerfile
            --env --exclude-machines --exclude-regions --file-literal --file-local --file-secret --from --host-dedication-id
            --ignorefile --image --image-label --internal-port --into --label --lease-timeout --max-concurrent --max-unavailable
            --name --only-machines --org --path --primary-region --process-groups --region --regions --release-command-timeout
            --secret --signal --strategy --vm-cpu-kind --vm-cpus --vm-gpu-kind --vm-gpus --vm-memory --vm-size --volume
            --volume-initial-size --wait-timeout -c -e -i -o -r -s -v
            """,
            """
            --attach --build-only --buildkit --copy-config --db --depot --detach --dns-checks --dockerignore-from-gitignore
            --flycast --generate-name --ha --https-failover --json --local-only --nixpacks --no-cache --no-db --no-deploy
            --no-github-workflow --no-object-storage --no-public-ips --no-redis --now --push --recreate-builder --remote-only
            --smoke-checks --wg --yaml --yes -y
            """
        ),
        new("secrets set", "--app --config -a -c", "--detach --dns-checks --stage"),
        new("secrets import", "--app --config -a -c", "--detach --dns-checks --stage"),
        new("status", "--app --config --rate -a -c", "--all --deployment --json --watch -j"),
        new(
            "scale count",
            """
            --app --config --env --from-snapshot --host-dedication-id --max-per-region --process-group --region --vm-cpu-kind
            --vm-cpus --vm-gpu-kind --vm-gpus --vm-memory --vm-size -a -c -e -g -r
            """,
            "--with-new-volumes --yes -y"
        ),
    ];
}
