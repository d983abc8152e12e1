using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>Build outputs that git ignores: a machine that builds first has them, so a clone without them is only a doubt.</summary>
internal static class BuildOutput
{
    private static readonly HashSet<string> Directories = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        "dist",
        "build",
        "out",
        "target",
        "publish",
        "release",
        ".next",
        ".output",
        "generated",
        "tmp",
        "temp",
        ".tmp",
    };

    public static bool Is(PathAnswer answer) =>
        answer.Presence == Presence.IgnoredByGit
        && (
            IsOtherClone(answer)
            || answer.Looked.Split('/').Any(Directories.Contains)
            || answer.Looked.Contains(".generated.", StringComparison.Ordinal)
            || answer.Looked.EndsWith(".jar", StringComparison.Ordinal)
            || answer.Looked.EndsWith(".war", StringComparison.Ordinal)
        );

    /// <summary>A whole directory at the root, ignored by its name and with subdirectories: often the clone of another repository.</summary>
    private static bool IsOtherClone(PathAnswer answer) =>
        answer is { Because.File.Path: ".gitignore" }
        && answer.Looked.Split('/') is [var first, _, _, ..]
        && first.Contains('-', StringComparison.Ordinal)
        && answer.Pattern?.Trim('/') == first;
}
