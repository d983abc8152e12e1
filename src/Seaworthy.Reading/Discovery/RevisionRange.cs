using System.Text;

namespace Seaworthy.Reading.Discovery;

/// <summary>Two sides of a change, as git writes them: <c>BASE..HEAD</c>, <c>BASE...HEAD</c> (from where HEAD left BASE), or <c>BASE</c> against the files on disk.</summary>
/// <param name="Base">The revision before; <c>HEAD</c> where none is written.</param>
/// <param name="Head">The revision after; null for the files on disk.</param>
/// <param name="IsFromMergeBase">The change begins where the two parted.</param>
/// <remarks>Source: git's documentation, gitrevisions and git-diff.</remarks>
public sealed record RevisionRange(string Base, string? Head, bool IsFromMergeBase)
{
    private const string Here = "HEAD";
    private const string Dots = "..";

    public static RevisionRange Parse(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (written.IndexOf(Dots, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return new RevisionRange(written, Head: null, IsFromMergeBase: false);
        }

        var isFromMergeBase = written.AsSpan(at).StartsWith("...");
        return new RevisionRange(
            At(written[..at]),
            At(written[(at + (isFromMergeBase ? Dots.Length + 1 : Dots.Length))..]),
            isFromMergeBase
        );
    }

    /// <summary>The commit from which two revisions parted; null when there is none here, as in a shallow clone.</summary>
    /// <param name="directory">In the repository.</param>
    public string? MergeBase(string directory) =>
        GitProcess.Output(Path.GetFullPath(directory), "merge-base", "--end-of-options", Base, Head ?? Here) is { } output
            ? Encoding.ASCII.GetString(output).Trim()
            : null;

    private static string At(string revision) => revision.Length > 0 ? revision : Here;
}
