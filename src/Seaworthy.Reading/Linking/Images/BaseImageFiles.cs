using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
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
        "/go",
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

    // Where programs of one's own are put: runtimes and systems come with next to nothing there.
    private static readonly string[] LeftToApplications = ["/home", "/opt", "/srv", "/var"];

    public static IEnumerable<ImageLayer> Layers(Resolved baseName, PublicImage? known, SourceSpan span)
    {
        var why = $"the base image {baseName.Text ?? span.Line} may contain it";
        return (baseName.Text, known?.Role) switch
        {
            ("scratch", _) => [],
            // Runtimes and plain systems hold nothing of an application.
            (_, ImageRole.Runtime or ImageRole.System) =>
            [
                .. System
                    .Concat(known.DataPaths)
                    .Select(directory => new ImageLayer.Opened(directory, why, span)
                    {
                        Lacks = LeftToApplications.Contains(directory) ? IsOfApplication : OtherInterpreter(baseName.Text, known),
                    }),
            ],
            // A web server has an entry script beside the directories of the system, and its own configuration and pages in them.
            (_, ImageRole.WebServer or ImageRole.Proxy) =>
            [
                .. System.Concat(known.DataPaths).Select(directory => new ImageLayer.Opened(directory, why, span)),
                new ImageLayer.Opened("/", why, span) { Lacks = path => path.LastIndexOf('/') > 0 },
            ],
            // Data stores and applications have scripts and data anywhere.
            _ => [new ImageLayer.Opened("/", why, span)],
        };
    }

    /// <summary>Neither the image nor a package of its system puts anything there, the pages with which web servers greet excepted.</summary>
    /// <remarks>Sources: Filesystem Hierarchy Standard 3.0, "/home", "/opt", "/srv"; Debian Policy Manual 11.5 for <c>/var/www</c>.</remarks>
    private static bool IsOfApplication(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["var", "www", "localhost" or "cgi-bin", ..] => false,
            ["var", "www", .., "index.html" or "index.nginx-debian.html"] => false,
            ["var", "www", _, ..] or ["opt", "app", _, ..] => true,
            ["srv", "ftp" or "http" or "tftp" or "www" or "git", ..] => false,
            ["srv", _, ..] => true,
            ["home", _, not ['.', ..], _, ..] => true,
            _ => false,
        };

    /// <summary>The official image of one Python holds the libraries of no other; Debian's own Python has its packages in <c>dist-packages</c>.</summary>
    private static Func<string, bool>? OtherInterpreter(string? reference, PublicImage known)
    {
        if (
            known.Name != "python"
            || reference is null
            || ImageReference.Parse(reference)?.EffectiveTag.Split('-')[0].Split('.') is not [var major, var minor, ..]
        )
        {
            return null;
        }

        var own = $"/usr/local/lib/python{major}.{minor}";
        return path =>
            path.StartsWith("/usr/local/lib/python", StringComparison.Ordinal)
            && path.AsSpan("/usr/local/lib/python".Length).Contains('.')
            && path != own
            && !path.StartsWith(own + "/", StringComparison.Ordinal)
            && !path.Contains("dist-packages", StringComparison.Ordinal);
    }
}
