using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>Where the bundler of a package leaves what it builds, and so which of the usual directories it does not make.</summary>
/// <param name="Directories">From the package's own directory; the first parts of their paths.</param>
/// <param name="Because">What says so; null for what the bundler does by itself.</param>
internal sealed record BundlerOutput(IReadOnlySet<string> Directories, SourceSpan? Because)
{
    // Names under which bundlers leave their output, or pages find their files. Others may be anything.
    private static readonly HashSet<string> Usual = new(StringComparer.Ordinal)
    {
        "dist",
        "build",
        "out",
        "output",
        ".output",
        ".next",
        "public",
    };

    /// <summary>Such a path that bundlers write to: whatever the sources hold there is of an earlier build.</summary>
    public bool LacksOutput(string path) => Lacks(path) && path.Split('/')[0] != "public";

    /// <summary>Whether a path, from the package's own directory, is none that the build can have made.</summary>
    public bool Lacks(string path) => path.Split('/')[0] is var first && Usual.Contains(first) && !Directories.Contains(first);
}
