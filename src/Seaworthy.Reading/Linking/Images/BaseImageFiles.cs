using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Where a base image may hold files of its own: everywhere for an unknown one, in the system's directories for a known one, nowhere for <c>scratch</c>.</summary>
internal static class BaseImageFiles
{
    private static readonly IReadOnlyList<string> System =
    [
        "/bin",
        "/boot",
        "/dev",
        "/etc",
        "/home",
        "/lib",
        "/lib32",
        "/lib64",
        "/media",
        "/mnt",
        "/opt",
        "/proc",
        "/root",
        "/run",
        "/sbin",
        "/srv",
        "/sys",
        "/tmp",
        "/usr/bin",
        "/usr/etc",
        "/usr/games",
        "/usr/include",
        "/usr/lib",
        "/usr/lib64",
        "/usr/libexec",
        "/usr/local/bin",
        "/usr/local/etc",
        "/usr/local/games",
        "/usr/local/go",
        "/usr/local/include",
        "/usr/local/lib",
        "/usr/local/cargo",
        "/usr/local/rustup",
        "/usr/local/sbin",
        "/usr/local/share",
        "/usr/sbin",
        "/usr/share",
        "/var",
    ];

    public static IEnumerable<string> OpenDirectories(Resolved baseName, PublicImage? known)
    {
        if (baseName.Text is "scratch")
        {
            return [];
        }

        // Runtimes and plain systems hold nothing of an application; servers and data stores have entry scripts and data anywhere.
        return known is { Role: ImageRole.Runtime or ImageRole.System } ? [.. System, .. known.DataPaths] : ["/"];
    }
}
