namespace Seaworthy.Model.Known.Options;

/// <summary>The options of <c>docker</c> by its verbs; those of no verb go with each.</summary>
/// <remarks>Source: Docker documentation, "docker CLI reference" and "docker buildx build" (releases 29 and 0.30), with the options that the sources of the programs hide.</remarks>
internal static class DockerOptions
{
    public static IReadOnlyList<VerbOptions> All { get; } =
    [
        new("", "--config --context --host --log-level --tlscacert --tlscert --tlskey -H -c -l", "--debug --help --tls --tlsverify -D -h"),
        new(
            "run",
            """
            --add-host --annotation --attach --blkio-weight --blkio-weight-device --cap-add --cap-drop --cgroup-parent --cgroupns
            --cidfile --cpu-count --cpu-percent --cpu-period --cpu-quota --cpu-rt-period --cpu-rt-runtime --cpu-shares --cpus
            --cpuset-cpus --cpuset-mems --detach-keys --device --device-cgroup-rule --device-read-bps --device-read-iops
            --device-write-bps --device-write-iops --dns --dns-opt --dns-option --dns-search --domainname --entrypoint --env
            --env-file --expose --gpus --group-add --health-cmd --health-interval --health-retries --health-start-interval
            --health-start-period --health-timeout --hostname --io-maxbandwidth --io-maxiops --ip --ip6 --ipc --isolation
            --kernel-memory --label --label-file --link --link-local-ip --log-driver --log-opt --mac-address --memory
            --memory-reservation --memory-swap --memory-swappiness --mount --name --net --net-alias --network --network-alias
            --oom-score-adj --pid --pids-limit --platform --publish --pull --restart --runtime --security-opt --shm-size
            --stop-signal --stop-timeout --storage-opt --sysctl --tmpfs --ulimit --user --userns --uts --volume --volume-driver
            --volumes-from --workdir -a -e -m -p -u -v -w
            """,
            """
            --detach --disable-content-trust --init --interactive --no-healthcheck --oom-kill-disable --privileged --publish-all
            --quiet --read-only --rm --sig-proxy --tty --use-api-socket -P -d -i -q -t
            """
        )
        {
            EndsAtOperand = true,
        },
        new("exec", "--detach-keys --env --env-file --user --workdir -e -u -w", "--detach --interactive --privileged --tty -d -i -t")
        {
            EndsAtOperand = true,
        },
        new("stop", "--signal --time --timeout -s -t", ""),
        new("start", "--checkpoint --checkpoint-dir --detach-keys", "--attach --interactive -a -i"),
        new("restart", "--signal --time --timeout -s -t", ""),
        new("rm", "", "--force --link --volumes -f -v"),
        new("kill", "--signal -s", ""),
        new("logs", "--since --tail --until -n", "--details --follow --timestamps -f -t"),
        new("ps", "--filter --format --last -f -n", "--all --latest --no-trunc --quiet --size -a -q -s"),
        new("push", "--platform", "--all-tags --disable-content-trust --quiet -a -q"),
        new("pull", "--platform", "--all-tags --disable-content-trust --quiet -a -q"),
        new("rmi", "--platform", "--force --no-prune -f"),
        new("login", "--password --username -p -u", "--password-stdin"),
        new("system prune", "--filter", "--all --force --volumes -a -f"),
        new("image prune", "--filter", "--all --force -a -f"),
        new("container prune", "--filter", "--force -f"),
        new("volume prune", "--filter", "--all --force -a -f"),
        new("network prune", "--filter", "--force -f"),
        new("builder prune", "--filter --keep-storage", "--all --force -a -f"),
        new(
            "network create",
            """
            --aux-address --config-from --driver --gateway --internal --ip-range --ipam-driver --ipam-opt --ipv4 --ipv6 --label
            --opt --scope --subnet -d -o
            """,
            "--attachable --config-only --ingress"
        ),
        new(
            "volume create",
            """
            --availability --driver --group --label --limit-bytes --opt --required-bytes --scope --secret --sharing
            --topology-preferred --topology-required --type -d -o
            """,
            ""
        ),
        new("volume rm", "", "--force -f"),
        new(
            "service update",
            """
            --args --cap-add --cap-drop --config-add --config-rm --constraint-add --constraint-rm --container-label-add
            --container-label-rm --credential-spec --dns-add --dns-option-add --dns-option-rm --dns-rm --dns-search-add
            --dns-search-rm --endpoint-mode --entrypoint --env-add --env-rm --generic-resource-add --generic-resource-rm --group-add
            --group-rm --health-cmd --health-interval --health-retries --health-start-interval --health-start-period
            --health-timeout --host-add --host-rm --hostname --image --isolation --label-add --label-rm --limit-cpu --limit-memory
            --limit-pids --log-driver --log-opt --max-concurrent --memory-swap --memory-swappiness --mount-add --mount-rm
            --network-add --network-rm --oom-score-adj --placement-pref-add --placement-pref-rm --publish-add --publish-rm
            --replicas --replicas-max-per-node --reserve-cpu --reserve-memory --restart-condition --restart-delay
            --restart-max-attempts --restart-window --rollback-delay --rollback-failure-action --rollback-max-failure-ratio
            --rollback-monitor --rollback-order --rollback-parallelism --secret-add --secret-rm --stop-grace-period --stop-signal
            --sysctl-add --sysctl-rm --ulimit-add --ulimit-rm --update-delay --update-failure-action --update-max-failure-ratio
            --update-monitor --update-order --update-parallelism --user --workdir -u -w
            """,
            """
            --detach --force --init --no-healthcheck --no-resolve-image --quiet --read-only --rollback --tty --with-registry-auth -d
            -q -t
            """
        ),
        new(
            "stack deploy",
            "--bundle-file --compose-file --kubeconfig --namespace --orchestrator --resolve-image",
            "--detach --prune --quiet --with-registry-auth -d -q"
        ),
        new(
            "build",
            """
            --add-host --allow --annotation --attest --build-arg --build-context --builder --cache-from --cache-to --call
            --cgroup-parent --cpu-period --cpu-quota --cpu-shares --cpuset-cpus --cpuset-mems --file --iidfile --isolation --label
            --memory --memory-swap --metadata-file --network --no-cache-filter --output --platform --policy --print --progress
            --provenance --resource --sbom --secret --security-opt --shm-size --ssh --tag --target --ulimit -f -m -o -t
            """,
            """
            --check --compress --disable-content-trust --force-rm --load --no-cache --pull --push --quiet --rm --squash --stream -q
            """
        ),
        new(
            "buildx create",
            "--buildkitd-config --buildkitd-flags --driver --driver-opt --name --node --platform --timeout",
            "--append --bootstrap --leave --use"
        ),
        new(
            "buildx bake",
            """
            --allow --builder --call --file --list --metadata-file --policy --progress --provenance --sbom --set --var -f
            """,
            "--check --load --no-cache --print --pull --push"
        ),
    ];
}
