using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>What git ignores because a build makes it: whoever builds first has it, so its absence from a clone is a doubt and no certainty.</summary>
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

    /// <summary>A whole directory at the root that is ignored by its name, with directories of its own: the clone of another repository, as often as not.</summary>
    private static bool IsOtherClone(PathAnswer answer) =>
        answer is { Because.File.Path: ".gitignore" }
        && answer.Looked.Split('/') is [var first, _, _, ..]
        && first.Contains('-', StringComparison.Ordinal)
        && answer.Pattern?.Trim('/') == first;
}
