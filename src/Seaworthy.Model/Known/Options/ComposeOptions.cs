namespace Seaworthy.Model.Known.Options;

/// <summary>The options of <c>docker compose</c> by its verbs; those of no verb go with each.</summary>
/// <remarks>Source: Docker documentation, "docker compose" (release 2 and later), and the help texts of docker-compose 1.29.</remarks>
internal static class ComposeOptions
{
    public static IReadOnlyList<VerbOptions> All { get; } =
    [
        new(
            "",
            """
            --ansi --context --env-file --file --host --insecure-registry --log-level --parallel --profile --progress
            --project-directory --project-name --tlscacert --tlscert --tlskey --workdir -f -p
            """,
            """
            --all-resources --compatibility --dry-run --help --no-ansi --skip-hostname-check --tls --tlsverify --verbose --version
            -v
            """
        ),
        new(
            "up",
            "--attach --exit-code-from --no-attach --pull --scale --timeout --wait-timeout -t",
            """
            --abort-on-container-exit --abort-on-container-failure --always-recreate-deps --attach-dependencies --build --detach
            --force-recreate --menu --no-build --no-color --no-deps --no-log-prefix --no-recreate --no-start --quiet-build
            --quiet-pull --remove-orphans --renew-anon-volumes --timestamps --wait --watch --yes -V -d -w -y
            """
        ),
        new("down", "--rmi --timeout -t", "--remove-orphans --volumes"),
        new(
            "build",
            "--build-arg --builder --memory --provenance --sbom --ssh -m",
            """
            --check --compress --force-rm --no-cache --no-rm --print --pull --push --quiet --with-dependencies -q
            """
        ),
        new("pull", "--policy", "--ignore-buildable --ignore-pull-failures --include-deps --no-parallel --quiet -q"),
        new("push", "", "--ignore-push-failures --include-deps --quiet -q"),
        new(
            "run",
            """
            --cap-add --cap-drop --entrypoint --env --env-from-file --label --name --publish --pull --user --volume -e -l -u -w
            """,
            """
            --build --detach --interactive --no-TTY --no-deps --no-tty --quiet --quiet-build --quiet-pull --remove-orphans --rm
            --service-ports --tty --use-aliases -P -T -d -i -q -t
            """
        )
        {
            EndsAtOperand = true,
        },
        new("exec", "--env --index --user -e -u -w", "--detach --interactive --no-TTY --no-tty --privileged --tty -T -d -i -t")
        {
            EndsAtOperand = true,
        },
        new("logs", "--index --since --tail --until -n", "--follow --no-color --no-log-prefix --timestamps -t"),
        new("ps", "--filter --format --status", "--all --no-trunc --orphans --quiet --services -a -q"),
        new("restart", "--timeout -t", "--no-deps"),
        new("stop", "--timeout -t", ""),
        new("start", "--wait-timeout", "--wait"),
        new("rm", "", "--all --force --stop --volumes -a -s"),
        new("kill", "--signal -s", "--remove-orphans"),
        new(
            "config",
            "--format --hash --output -o",
            """
            --environment --images --lock-image-digests --models --networks --no-consistency --no-env-resolution --no-interpolate
            --no-normalize --no-path-resolution --profiles --quiet --resolve-image-digests --services --variables --volumes -q
            """
        ),
    ];
}
