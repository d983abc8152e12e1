namespace Seaworthy.Reading.Code.Go;

/// <summary>The tags of systems and machines for which Go compiles.</summary>
/// <remarks>Source: <c>go tool dist list</c>; <c>internal/syslist</c> of Go's source.</remarks>
internal static class GoPlatforms
{
    public static IReadOnlySet<string> Systems { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "aix",
            "android",
            "darwin",
            "dragonfly",
            "freebsd",
            "illumos",
            "ios",
            "js",
            "linux",
            "netbsd",
            "openbsd",
            "plan9",
            "solaris",
            "wasip1",
            "windows",
        };

    public static IReadOnlySet<string> Machines { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "386",
            "amd64",
            "arm",
            "arm64",
            "loong64",
            "mips",
            "mips64",
            "mips64le",
            "mipsle",
            "ppc64",
            "ppc64le",
            "riscv64",
            "s390x",
            "wasm",
        };
}
