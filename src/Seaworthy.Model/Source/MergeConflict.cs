namespace Seaworthy.Model.Source;

/// <summary>What git leaves in a file whose sides somebody has to choose between.</summary>
/// <remarks>Source: git documentation, git-merge, "How conflicts are presented".</remarks>
public static class MergeConflict
{
    private const string Ours = "<<<<<<< ";
    private const string Theirs = ">>>>>>> ";

    /// <summary>The line that opens the first conflict; null for a file without one.</summary>
    public static SourceSpan? In(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return
            Find(file.Text, Ours, 0) is { } start
            && Find(file.Text, "=======", start) is { } middle
            && Find(file.Text, Theirs, middle) is not null
            ? new SourceSpan(file, start, Ours.Length - 1)
            : null;
    }

    /// <summary>Where a line begins so.</summary>
    private static int? Find(string text, string marker, int from)
    {
        for (
            var at = text.IndexOf(marker, from, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(marker, at + 1, StringComparison.Ordinal)
        )
        {
            if (at == 0 || text[at - 1] == '\n')
            {
                return at;
            }
        }

        return null;
    }
}
