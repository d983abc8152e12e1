namespace Seaworthy.Model.Known.Images;

/// <summary>Operating systems to build upon.</summary>
internal static class SystemImages
{
    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("scratch", ImageRole.System, "Docker Hub: scratch") { System = BaseSystem.None },
        new("alpine", ImageRole.System, "Docker Hub: alpine") { Idle = "a shell", System = BaseSystem.Alpine },
        new("busybox", ImageRole.System, "Docker Hub: busybox") { System = BaseSystem.Busybox },
        new("debian", ImageRole.System, "Docker Hub: debian") { Idle = "a shell" },
        new("ubuntu", ImageRole.System, "Docker Hub: ubuntu") { Idle = "a shell", System = BaseSystem.Ubuntu },
        new("buildpack-deps", ImageRole.System, "Docker Hub: buildpack-deps")
        {
            System = BaseSystem.DebianFull,
            Variants =
            [
                new("curl", row => row with { System = BaseSystem.Debian, Tools = ["curl", "wget"] }),
                new(
                    "scm",
                    row => row with { System = BaseSystem.Debian, Tools = ["curl", "wget", "git", "ps"], SomeHold = ["python3", "python"] }
                ),
            ],
        },
        new("redhat/ubi9", ImageRole.System, "Red Hat catalog: ubi9")
        {
            System = BaseSystem.RedHat,
            Repositories =
            [
                "redhat/ubi8",
                "redhat/ubi8-minimal",
                "redhat/ubi9-minimal",
                "registry.access.redhat.com/ubi8",
                "registry.access.redhat.com/ubi9",
                "registry.access.redhat.com/ubi8/ubi",
                "registry.access.redhat.com/ubi9/ubi",
                "registry.access.redhat.com/ubi8/ubi-minimal",
                "registry.access.redhat.com/ubi9/ubi-minimal",
                "registry.access.redhat.com/ubi8-minimal",
                "registry.access.redhat.com/ubi9-minimal",
            ],
        },
        new("fedora", ImageRole.System, "Docker Hub: fedora")
        {
            System = BaseSystem.RedHat,
            Repositories = ["rockylinux", "rockylinux/rockylinux", "almalinux", "amazonlinux", "oraclelinux"],
        },
        new("centos", ImageRole.System, "Docker Hub: centos") { System = BaseSystem.RedHat, Successor = "almalinux, rockylinux" },
        new("gcr.io/distroless/static", ImageRole.System, "GoogleContainerTools/distroless, README")
        {
            System = BaseSystem.None,
            Repositories = ["gcr.io/distroless/*"],
            SomeHold = ["node", "python3"],
            CommandRunner = "the image's interpreter",
            Variants =
            [
                new("nonroot", row => row with { User = "nonroot", WorkingDirectory = "/home/nonroot" }),
                // The debug shell is at /busybox/sh: there is none at /bin/sh, yet its tools are on the path.
                new("debug", row => row with { System = BaseSystem.Unknown }),
            ],
        },
        new("cgr.dev/chainguard/static", ImageRole.System, "Chainguard Images, Overview")
        {
            System = BaseSystem.Unknown,
            Repositories = ["cgr.dev/chainguard/*"],
            User = "nonroot",
        },
    ];
}
