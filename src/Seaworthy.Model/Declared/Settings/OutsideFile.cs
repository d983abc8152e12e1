using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>Files that a machine holds, or that a pipeline puts there before they are needed.</summary>
/// <param name="Paths">From the root of the repository.</param>
/// <param name="Span">The place of the statement.</param>
public sealed record OutsideFile(PathGlob Paths, SourceSpan Span)
{
    /// <summary>The path is one of them, or a directory in which one lies.</summary>
    public bool Brings(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Paths.Matches(path) || Paths.BeginsIn(path.TrimEnd('/'));
    }
}
